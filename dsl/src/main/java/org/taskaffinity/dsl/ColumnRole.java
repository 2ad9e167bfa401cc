package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * What a column of a data set's file is used for, and why.
 *
 * @param column its name
 * @param role what it is used for
 * @param why the reason, in words; for a task its type, and how its cells were read
 */
public record ColumnRole(String column, Role role, String why) {
  /** What a column can be used for. */
  public enum Role {
    /** Holds the molecules, as SMILES. */
    MOLECULES,
    /** Assigns rows to training, validation and test. */
    SPLIT,
    /** Is an input of the model in place of molecules. */
    FEATURE,
    /** Holds the labels of a task. */
    TASK,
    /** Tells rows apart: numbers, names, registry numbers, InChIKeys. Not used. */
    IDENTIFIER,
    /** Says how a row came to be or is used: weight, fold, batch, date. Not used. */
    BOOKKEEPING,
    /** Is computed from the molecule. Not used. */
    DESCRIPTOR,
    /** Holds something else, or nothing. Not used. */
    UNUSED;

    /** In lower case, as tables and JSON have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
