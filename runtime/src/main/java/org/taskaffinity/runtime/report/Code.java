package org.taskaffinity.runtime.report;

import org.taskaffinity.runtime.figure.Markup;

/** Statements on a page; where they are too long they break before a dot or behind a bracket. */
final class Code {
  private Code() {}

  static void write(Markup page, String statements) {
    page.open("pre").open("code");
    int from = 0;
    boolean quoted = false;
    for (int i = 1; i < statements.length(); i++) {
      char before = statements.charAt(i - 1);
      boolean escaped = quoted && i > 1 && statements.charAt(i - 2) == '\\';
      quoted ^= before == '"' && !escaped;
      if (!quoted && breaks(before, statements.charAt(i))) {
        page.text(statements.substring(from, i)).leaf("wbr");
        from = i;
      }
    }
    page.text(statements.substring(from)).close().close().line();
  }

  private static boolean breaks(char before, char next) {
    boolean call = next == '.' && before == ')';
    boolean argument = before == '(' && next != ')' || before == ',' && next != ' ';
    return call || argument;
  }
}
