package org.taskaffinity.runtime.data;

import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.TaskType;

/**
 * A data set's files as one table of text.
 *
 * @param grid its cells
 * @param hashes SHA-256 of the decompressed content, by the input's name
 * @param types of its tasks, as far as they are known beforehand
 * @param notes what a reader should know of
 */
record Gathered(
    Grid grid, Map<String, String> hashes, Map<String, TaskType> types, List<String> notes) {}
