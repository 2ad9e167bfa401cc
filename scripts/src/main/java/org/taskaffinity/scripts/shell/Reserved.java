package org.taskaffinity.scripts.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that JShell's own code uses unqualified, so that no later statement would compile. */
final class Reserved {
  private static final int MENDED = 23;

  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:(?:@\\w+|public|protected|private|static|final|abstract|strictfp|sealed|non-sealed)\\s+)*"
              + "(@?interface|class|enum|record)\\s+(Object|Throwable)\\b");

  private Reserved() {}

  /** Why a declaration is refused; empty where it is not. */
  static Optional<String> in(String source) {
    Matcher declaration =
        DECLARATION.matcher(source.substring(new ScriptText("", source).statementFrom(0)));
    return Runtime.version().feature() < MENDED && declaration.lookingAt()
        ? Optional.of(
            "A type cannot be called "
                + declaration.group(2)
                + " here: in Java "
                + Runtime.version().feature()
                + " no later statement would compile.\n  choose another name")
        : Optional.empty();
  }
}
