package org.taskaffinity.scripts.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Variables that were declared without getting a value, as their statement threw or was stopped.
 */
final class Unset {
  private static final Pattern NULL = Pattern.compile("because \"(?:[\\w$.]*\\.)?(\\w+)\" is null");

  private final Map<String, String> why = new HashMap<>();

  /** Remembers what a statement left without a value. */
  void failed(List<SnippetEvent> events, Failure failure) {
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof VarSnippet variable
          && event.status() == Snippet.Status.VALID) {
        why.put(variable.name(), reason(failure));
      }
    }
  }

  private static String reason(Failure failure) {
    String said = failure.message().lines().findFirst().orElse("");
    return failure.kind() == Failure.Kind.STOPPED
        ? "its statement was stopped" + (said.equals("Stopped.") ? "." : ": " + said)
        : "its statement failed: " + said;
  }

  /** The statement succeeded. */
  void done(SnippetEvent event) {
    if (event.snippet() instanceof VarSnippet variable) {
      why.remove(variable.name());
    }
  }

  /** Of a statement that is a variable alone and gave null. */
  Optional<String> shown(Snippet snippet, Object value) {
    return value == null && snippet instanceof ExpressionSnippet expression
        ? of(expression.name())
        : Optional.empty();
  }

  /** Of an exception that says what is null. */
  Optional<String> behind(Throwable thrown) {
    Matcher variable = NULL.matcher(String.valueOf(thrown.getMessage()));
    return thrown instanceof NullPointerException && variable.find()
        ? of(variable.group(1))
        : Optional.empty();
  }

  private Optional<String> of(String name) {
    return Optional.ofNullable(why.get(name)).map(reason -> name + " has no value: " + reason);
  }
}
