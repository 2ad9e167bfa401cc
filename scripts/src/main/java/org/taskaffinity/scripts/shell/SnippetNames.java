package org.taskaffinity.scripts.shell;

import java.util.function.BiFunction;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.Snippet;

/** Names statements as JShell's own tool does: s1 at the start, then 1, 2, …; e1 where refused. */
final class SnippetNames implements BiFunction<Snippet, Integer, String> {
  private boolean begun;
  private int own;
  private int refused;

  /** What follows is the user's. */
  void begun() {
    begun = true;
    own = 0;
  }

  @Override
  public String apply(Snippet snippet, Integer before) {
    if (snippet instanceof ErroneousSnippet) {
      return "e" + ++refused;
    }
    return (begun ? "" : "s") + ++own;
  }
}
