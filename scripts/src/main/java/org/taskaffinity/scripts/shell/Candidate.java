package org.taskaffinity.scripts.shell;

/**
 * What may stand at a place of a text.
 *
 * @param text what replaces the characters from the completion's start to the cursor
 * @param kind what it is
 * @param fits whether its type is the one that is wanted there
 * @param described its signature and Javadoc; nothing but a name for other people's words
 */
public record Candidate(String text, Kind kind, boolean fits, Described described) {

  /** What candidates are. */
  public enum Kind {
    VARIABLE,
    VERB,
    MEMBER,
    /** Words of the JDK, types, packages. */
    OTHER,
    DATASET,
    TASK,
    COLUMN,
    FILE
  }

  static Candidate plain(String text, Kind kind, String summary) {
    return new Candidate(text, kind, true, new Described(text, "", summary, ""));
  }
}
