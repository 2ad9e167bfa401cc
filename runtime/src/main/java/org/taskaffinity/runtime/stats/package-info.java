/** Correlation, permutation tests and intervals on task matrices, and the metrics of training. */
package org.taskaffinity.runtime.stats;
