/** The encoder gat: graph attention. */
package org.taskaffinity.runtime.encoder.gat;
