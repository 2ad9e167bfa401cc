package org.taskaffinity.scripts.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.RunException;

/**
 * Why a script stopped.
 *
 * @param kind what went wrong
 * @param place the offending line
 * @param message what the compiler or the exception says
 * @param frames the script's own lines that led there, innermost first; empty for compile errors
 * @param thrown the exception, alive; empty for compile errors
 */
public record Failure(
    Kind kind, Place place, String message, List<Frame> frames, Optional<Throwable> thrown) {
  private static final int LONGEST_CYCLE = 6;
  private static final int FEW = 3;

  public Failure {
    frames = List.copyOf(frames);
  }

  /** What went wrong. */
  public enum Kind {
    /** The compiler refused a statement, or something it needs is declared nowhere. */
    COMPILE,
    /** A statement threw. */
    EXCEPTION,
    /** {@link ShellEngine#stop} was called. */
    STOPPED
  }

  /**
   * A line of the script that was being executed.
   *
   * @param method the method it stands in; empty at the top level
   * @param place the line
   */
  public record Frame(String method, Place place) {
    @Override
    public String toString() {
      String where = place.file() + ":" + place.line();
      return method.isEmpty() ? where : method + " (" + where + ")";
    }
  }

  /** The same at another place, with more to its message. */
  Failure moved(Place other, String lead) {
    return new Failure(kind, other, lead + message, List.of(), thrown);
  }

  /** Whether a runner came to harm, rather than having stopped as it was asked to. */
  public static boolean harm(Throwable thrown) {
    return thrown instanceof AffinityException
        && !(thrown instanceof RunException run && run.stopped());
  }

  /** What an exception says, and what caused it; our own say all that is needed. */
  public static String said(Throwable thrown) {
    if (thrown instanceof AffinityException) {
      return thrown.getMessage();
    }
    StringBuilder out = new StringBuilder(thrown.toString());
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      out.append("\n  caused by ").append(cause);
    }
    return out.toString();
  }

  /** Place, message and the line with a caret; for other people's exceptions the script's lines. */
  public String explain() {
    String lead = place + ": " + message + "\n" + indented(place.pointed());
    boolean ours = thrown.map(AffinityException.class::isInstance).orElse(true);
    return ours && frames.size() < 2 || frames.isEmpty() ? lead : lead + "\n" + trace();
  }

  /** The same with every frame of the exception. */
  public String explainFully() {
    StringWriter full = new StringWriter();
    thrown.ifPresent(t -> t.printStackTrace(new PrintWriter(full, true)));
    return (explain() + "\n" + full).stripTrailing();
  }

  /**
   * The frames, one per line; what a recursion repeats stands there once, with how often it came.
   *
   * @param way how a frame is written
   */
  public List<String> trace(Function<Frame, String> way) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < frames.size()) {
      int cycle = cycle(at);
      int times = times(at, cycle);
      frames.subList(at, at + cycle).forEach(frame -> lines.add("at " + way.apply(frame)));
      if (times > 1) {
        lines.add(
            "… "
                + (cycle == 1 ? "the same" : "the same " + cycle + " lines")
                + ", "
                + (times - 1)
                + " more times");
      }
      at += cycle * times;
    }
    return lines;
  }

  /** Lines that are repeated often enough from here to be folded; 1 if none are. */
  private int cycle(int at) {
    for (int length = 1; length <= LONGEST_CYCLE && at + length <= frames.size(); length++) {
      if (times(at, length) > FEW) {
        return length;
      }
    }
    return 1;
  }

  /** How often a number of lines stands there in a row; 1 where that is not worth folding. */
  private int times(int at, int length) {
    int times = 1;
    for (int next = at + length; next + length <= frames.size(); next += length) {
      if (!frames.subList(at, at + length).equals(frames.subList(next, next + length))) {
        break;
      }
      times++;
    }
    return times > FEW ? times : 1;
  }

  private String trace() {
    return trace(Frame::toString).stream()
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }

  private static String indented(String text) {
    return text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }
}
