package org.taskaffinity.scripts.shell;

/**
 * Where a snippet's text came from.
 *
 * @param script the text it stands in
 * @param offset where it begins there
 */
record Origin(ScriptText script, int offset) {
  Place start() {
    return script.place(offset);
  }

  Place at(long within) {
    return script.place(offset + (int) Math.max(0, within));
  }

  Place line(int within) {
    return within <= 1 ? start() : script.line(start().line() + within - 1);
  }
}
