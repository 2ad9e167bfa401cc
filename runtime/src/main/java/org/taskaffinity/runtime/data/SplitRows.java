package org.taskaffinity.runtime.data;

/**
 * Rows of a table in three parts that share none; each ascending.
 *
 * @param training rows that train
 * @param validation rows that validate
 * @param test rows that test
 */
public record SplitRows(int[] training, int[] validation, int[] test) {}
