/**
 * Many independent trainings at once. What a training is, this room does not know: a {@link
 * org.taskaffinity.runtime.sweep.Cell} is a printed description, its result the folder of its run,
 * and whoever can make the one from the other may take part.
 */
package org.taskaffinity.runtime.sweep;
