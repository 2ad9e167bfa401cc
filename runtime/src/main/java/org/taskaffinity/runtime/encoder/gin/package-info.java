/** The encoder gin: graph isomorphism network. */
package org.taskaffinity.runtime.encoder.gin;
