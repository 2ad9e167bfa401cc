package org.taskaffinity.dsl;

/**
 * One task of several results that differ in their seed alone.
 *
 * @param name its column
 * @param type classification or regression
 * @param measured rows with a label, in the whole table
 * @param kept training rows with a label that was kept, mean over the seeds
 * @param metric what it is judged by
 * @param validation mean of the metric on the validation rows, over the seeds where it is defined
 * @param validationInterval Student's 95 % interval of this mean over seeds
 * @param test mean of the metric on the test rows
 * @param testInterval Student's 95 % interval of this mean over seeds
 * @param skill how the task compares to chance: value and interval over rows, each the mean over
 *     the seeds, since all seeds are judged by rows of the same table
 */
public record PooledTask(
    String name,
    TaskType type,
    int measured,
    double kept,
    Metric metric,
    double validation,
    Interval validationInterval,
    double test,
    Interval testInterval,
    Skill skill)
    implements JudgedTask {}
