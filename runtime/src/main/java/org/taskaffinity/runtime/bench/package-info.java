/**
 * How fast a training step and a capture are, against the matrix products they cannot do without.
 */
package org.taskaffinity.runtime.bench;
