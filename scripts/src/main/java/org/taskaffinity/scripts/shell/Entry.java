package org.taskaffinity.scripts.shell;

/**
 * A statement of a session, in the order in which they came.
 *
 * @param id what it is called: a number; {@code s} and a number at the engine's own start, {@code
 *     e} and a number where it was refused
 * @param kind what it is
 * @param name what it declares; empty if nothing
 * @param type of a variable or an expression; the signature of a method; empty for all else
 * @param source its text
 * @param state what has become of it
 */
public record Entry(String id, Kind kind, String name, String type, String source, State state) {

  /** Kinds of statements. */
  public enum Kind {
    IMPORT,
    VARIABLE,
    EXPRESSION,
    METHOD,
    TYPE,
    STATEMENT,
    REFUSED
  }

  /** What becomes of statements. */
  public enum State {
    /** It ran, and what it declared is there. */
    ACTIVE,
    /** It is declared but needs something that is not. */
    PENDING,
    /** It threw, or was stopped. */
    FAILED,
    /** A later one declares the same name. */
    REPLACED,
    DROPPED,
    REFUSED
  }

  /** Whether the engine made it, and not the user. */
  public boolean start() {
    return id.startsWith("s");
  }
}
