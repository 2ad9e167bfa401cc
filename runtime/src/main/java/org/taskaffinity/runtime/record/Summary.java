package org.taskaffinity.runtime.record;

import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.TaskGroups;

/**
 * What {@code summary.json} holds.
 *
 * @param verdict in plain words
 * @param relation how G and E go together
 * @param groups tasks by average linkage on 1 − G
 */
record Summary(String verdict, Relation relation, TaskGroups groups) {}
