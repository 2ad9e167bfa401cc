/** Trainings under way and stored: engines, locks, checkpoints, sweeps. */
package org.taskaffinity.runtime.run;
