package org.taskaffinity.scripts.shell;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a statement gave.
 *
 * @param place where the statement begins
 * @param name the variable that holds it; empty for an expression of no name
 * @param type its type as the compiler sees it
 * @param object the value itself, alive in this JVM; may be null
 * @param bare whether the statement is an expression standing alone, whose value is shown; {@code
 *     false} for declarations and assignments
 * @param last whether the statement ends its text
 * @param silenced whether it is such an expression and a semicolon ends it, so that it is not shown
 */
public record Value(
    Place place,
    Optional<String> name,
    String type,
    Object object,
    boolean bare,
    boolean last,
    boolean silenced) {

  Value asLast() {
    return new Value(place, name, type, object, bare, true, silenced);
  }

  /** Whether there is something to show. */
  public boolean shown() {
    return bare && object != null && !silent();
  }

  /** Whether nobody wants to see it: silenced, or the stream that {@code printf} gives back. */
  public boolean silent() {
    return silenced || object instanceof PrintStream;
  }

  /** The value as text; arrays with their elements. */
  public String text() {
    return textOf(object);
  }

  static String textOf(Object object) {
    if (object == null || !object.getClass().isArray()) {
      return String.valueOf(object);
    }
    String nested = Arrays.deepToString(new Object[] {object});
    return nested.substring(1, nested.length() - 1);
  }
}
