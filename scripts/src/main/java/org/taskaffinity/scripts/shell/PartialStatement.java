package org.taskaffinity.scripts.shell;

import java.util.Optional;

/**
 * The last statement of a text, half written, with those before it: a cell may use what it has just
 * declared, and JShell looks at one statement alone.
 *
 * @param before the statements before it, each ended
 * @param alone the statement
 */
record PartialStatement(String before, String alone) {

  static PartialStatement at(ShellEngine engine, String text) {
    ScriptText script = ScriptText.of("", text);
    StringBuilder before = new StringBuilder();
    int at = script.statementFrom(0);
    while (at < text.length()) {
      Optional<StatementReader.Statement> next = engine.first(text.substring(at));
      int end = next.isEmpty() ? text.length() : at + next.get().length();
      int following = script.statementFrom(end);
      if (next.isEmpty() || following >= text.length() && !text.substring(at).contains("\n")) {
        break;
      }
      if (following >= text.length()) {
        boolean ended = text.substring(0, end).endsWith(";") || text.endsWith("\n");
        at = ended ? text.length() : at;
        break;
      }
      before.append(next.get().source()).append('\n');
      at = following;
    }
    return new PartialStatement(before.toString(), text.substring(Math.min(at, text.length())));
  }

  boolean led() {
    return !before.isEmpty();
  }

  /** Statements within a block, so that the last one sees what the others declare. */
  String code() {
    return led() ? "{\n" + before + alone : alone;
  }

  /** Whether this is all that stands before the word being written. */
  boolean begins(String lead) {
    return led() && lead.equals(("{\n" + before).stripTrailing());
  }
}
