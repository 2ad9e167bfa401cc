package org.taskaffinity.runtime.data;

import java.util.BitSet;

/**
 * The labels that training sees after a manipulation of overlap.
 *
 * @param labels K sets of rows of the table, all of them training rows
 * @param words what the manipulation was solved to, for a reader
 */
public record LabelSelection(BitSet[] labels, String words) {}
