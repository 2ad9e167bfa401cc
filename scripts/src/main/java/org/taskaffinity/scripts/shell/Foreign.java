package org.taskaffinity.scripts.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that are commands of other notebooks, or of the prompt, and no Java. */
final class Foreign {
  private static final String HELP = "in a notebook, Shift-Tab explains the word at the cursor";

  /** What a line looks like, and what is said of it; {@code $1} is its first word. */
  private record Look(Pattern line, String said) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(
              Pattern.compile("(%%?[A-Za-z]\\w*).*"),
              "$1 is a magic command of IPython; a cell or a script holds Java here."),
          new Look(
              Pattern.compile("(!\\s*[A-Za-z][\\w./-]*).*"),
              "$1 is a shell command of IPython; a cell or a script holds Java here."),
          new Look(
              Pattern.compile("(/[a-z?!][a-z]*)(?:\\s.*)?"),
              "$1 is a command of the prompt, affinity repl; " + HELP + "."),
          new Look(
              Pattern.compile("(\\?{1,2}\\s*[A-Za-z][\\w.]*|[A-Za-z][\\w.]*\\?{1,2})"),
              "$1 asks for help in IPython; " + HELP + ", and at the prompt /help does."),
          new Look(
              Pattern.compile(
                  "(import \\w[\\w.]*(?: as \\w+)?|from \\w[\\w.]* import .*|def \\w+\\(.*\\):.*)"),
              "This looks like Python; a cell or a script holds Java here."));

  private Foreign() {}

  /** A refused statement, said to be what it is where its first line is one of these. */
  static Failure hinted(Failure failure, Origin origin) {
    if (failure.kind() != Failure.Kind.COMPILE) {
      return failure;
    }
    Place start = origin.start();
    String line = start.text().substring(Math.min(start.column() - 1, start.text().length()));
    return said(line.strip())
        .map(said -> new Failure(Failure.Kind.COMPILE, start, said, List.of(), Optional.empty()))
        .orElse(failure);
  }

  private static Optional<String> said(String line) {
    for (Look look : LOOKS) {
      Matcher matcher = look.line().matcher(line);
      if (matcher.matches()) {
        return Optional.of(look.said().replace("$1", matcher.group(1)));
      }
    }
    return Optional.empty();
  }
}
