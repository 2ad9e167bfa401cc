/** From an experiment to everything that its training is told: data, sizes, costs, notes. */
package org.taskaffinity.runtime.plan;
