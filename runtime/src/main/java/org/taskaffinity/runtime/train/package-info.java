/** The training loop: batches made ahead, losses, steps, captures, states to go on from. */
package org.taskaffinity.runtime.train;
