/** Randomness by name: every stochastic part draws from a stream of its own. */
package org.taskaffinity.runtime.random;
