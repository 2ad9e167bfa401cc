package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.scripts.shell.Failure.Frame;
import org.taskaffinity.scripts.shell.Failure.Kind;

/** Reads off JShell's events why a statement failed, and where in the script. */
final class Failures {
  /** What JShell puts around a script's own names. */
  private static final String WRAPPER = "\\bREPL\\.\\$JShell\\$\\w+[.$]";

  private static final String PACKAGE = "\\b(?:[a-z]\\w*\\.)+(?=[A-Z])";

  /** A variable whose first value names the variable itself. */
  private static final Pattern SELF =
      Pattern.compile("^\\s*var\\s+(\\w+)\\s*=[^;]*(?<![\\w.])\\1(?!\\w)(?!\\s*\\()");

  private final JShell shell;
  private final Map<String, Origin> origins;
  private final Unset unset;

  Failures(JShell shell, Map<String, Origin> origins, Unset unset) {
    this.shell = shell;
    this.origins = origins;
    this.unset = unset;
  }

  Optional<Failure> of(SnippetEvent event, Origin origin, LiveControl control) {
    if (event.status() == Snippet.Status.REJECTED) {
      return Optional.of(refused(event.snippet(), origin));
    }
    if (event.exception() instanceof UnresolvedReferenceException e) {
      return Optional.of(
          new Failure(
              Kind.COMPILE,
              origin.start(),
              missing(e.getSnippet()),
              frames(e.getStackTrace()),
              Optional.empty()));
    }
    if (event.exception() instanceof EvalException e) {
      return Optional.of(
          control.stopping() && !Failure.harm(control.thrown())
              ? stopped(origin, control.thrown())
              : thrown(e, control.thrown(), origin));
    }
    boolean pending = event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    return pending && event.snippet() instanceof VarSnippet variable
        ? Optional.of(undeclared(variable))
        : Optional.empty();
  }

  static Failure unfinished(Origin origin) {
    return compile(
        origin.start(),
        "This statement has no end. A bracket, a quote or a comment is still open.");
  }

  /** JShell itself failed. The statement has no effect, and those before it are not touched. */
  static Failure crashed(Origin origin, String source, Throwable thrown) {
    Matcher self = SELF.matcher(source);
    String why =
        self.find()
            ? self.group(1) + " is used in its own declaration."
            : "JShell of Java "
                + Runtime.version().feature()
                + " fails on this statement: "
                + thrown.getClass().getSimpleName()
                + ".\n  write it in another way";
    return compile(origin.start(), why);
  }

  static Failure stopped(Origin origin) {
    return new Failure(Kind.STOPPED, origin.start(), "Stopped.", List.of(), Optional.empty());
  }

  /** A runner that stopped says how far it came. */
  private static Failure stopped(Origin origin, Throwable thrown) {
    return thrown instanceof RunException run
        ? new Failure(
            Kind.STOPPED, origin.start(), run.getMessage(), List.of(), Optional.of(thrown))
        : stopped(origin);
  }

  /** A declaration that needs something that is nowhere declared. */
  Failure undeclared(DeclarationSnippet snippet) {
    return compile(origins.get(snippet.id()).start(), missing(snippet));
  }

  private String missing(DeclarationSnippet snippet) {
    String needs = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    Optional<Diag> error = shell.diagnostics(snippet).filter(Diag::isError).findFirst();
    if (needs.isEmpty() && error.isPresent()) {
      return snippet.name() + " does not fit what it was made from: " + said(error.get(), "");
    }
    return snippet.name()
        + " needs "
        + (needs.isEmpty() ? "something" : needs)
        + ", declared nowhere so far.";
  }

  private Failure refused(Snippet snippet, Origin origin) {
    Optional<Diag> error = shell.diagnostics(snippet).filter(Diag::isError).findFirst();
    return error
        .map(d -> compile(origin.at(d.getPosition()), said(d, origin.at(d.getPosition()).text())))
        .orElseGet(() -> compile(origin.start(), "This is no statement of Java."));
  }

  private String said(Diag error, String source) {
    String message = error.getMessage(Locale.ROOT);
    String lines =
        message
            .lines()
            .filter(line -> !line.strip().matches("location: (class|package)?\\s*"))
            .collect(Collectors.joining("\n"));
    return lines.replaceAll(PACKAGE, "")
        + Hints.of(message, source, shell).map(hint -> "\n  " + hint).orElse("");
  }

  private Failure thrown(EvalException e, Throwable live, Origin origin) {
    List<Frame> frames = frames(e.getStackTrace());
    Place place = frames.isEmpty() ? origin.start() : frames.get(0).place();
    return new Failure(
        Kind.EXCEPTION,
        place,
        Failure.said(live).replaceAll(WRAPPER, "")
            + unset.behind(live).map(why -> "\n  " + why).orElse(""),
        frames,
        Optional.of(live));
  }

  private List<Frame> frames(StackTraceElement[] trace) {
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement each : trace) {
      String file = each.getFileName();
      Origin origin = file == null ? null : origins.get(file.replaceFirst("^#", ""));
      if (origin != null) {
        frames.add(new Frame(method(each), origin.line(each.getLineNumber())));
        if (method(each).isEmpty()) {
          return frames; // what follows is how JShell wraps the same statement
        }
      }
    }
    return frames;
  }

  /** The method as the script names it: a lambda by where it stands, a statement by nothing. */
  private static String method(StackTraceElement frame) {
    return frame
        .getMethodName()
        .replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1")
        .replaceFirst("^do_it\\$.*", "");
  }

  static Failure compile(Place place, String message) {
    return new Failure(Kind.COMPILE, place, message, List.of(), Optional.empty());
  }
}
