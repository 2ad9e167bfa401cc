/** The encoder dmpnn: directed message passing along bonds. */
package org.taskaffinity.runtime.encoder.dmpnn;
