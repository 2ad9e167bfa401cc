/** The encoder cnn: convolutions along SMILES. */
package org.taskaffinity.runtime.encoder.cnn;
