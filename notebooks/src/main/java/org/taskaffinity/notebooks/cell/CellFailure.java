package org.taskaffinity.notebooks.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Failure.Frame;
import org.taskaffinity.scripts.shell.Place;
import org.taskaffinity.scripts.shell.ScriptSupport;

/**
 * Why a cell failed, as Jupyter wants to hear of it.
 *
 * @param name what kind of failure it is
 * @param message where, and what is wrong
 * @param traceback the offending line with a caret, the message and the lines that led there; with
 *     colours as terminals write them
 * @param kind the engine's word for it
 * @param thrown the exception, alive; empty for compile errors
 */
public record CellFailure(
    String name,
    String message,
    List<String> traceback,
    Failure.Kind kind,
    Optional<Throwable> thrown) {
  private static final String RED = "\u001B[1;31m";
  private static final String QUIET = "\u001B[2m";
  private static final String PLAIN = "\u001B[0m";

  public CellFailure {
    traceback = List.copyOf(traceback);
  }

  static CellFailure of(Failure failure) {
    String name = name(failure);
    Place place = failure.place();
    String where = where(place);
    List<String> lines = new ArrayList<>();
    lines.add(RED + name + PLAIN + " in " + where + ", column " + place.column());
    place.pointed().lines().forEach(line -> lines.add("  " + line));
    lines.set(lines.size() - 1, RED + lines.get(lines.size() - 1) + PLAIN);
    failure.message().lines().forEach(lines::add);
    if (traced(failure)) {
      failure.trace(CellFailure::at).forEach(line -> lines.add(QUIET + "  " + line + PLAIN));
    }
    return new CellFailure(
        name, where + ": " + failure.message(), lines, failure.kind(), failure.thrown());
  }

  /** It never began, for all was to stop. */
  static CellFailure stoppedBefore(String cell) {
    String message = "Stopped before " + cell + ".";
    return new CellFailure(
        "Interrupted", message, List.of(message), Failure.Kind.STOPPED, Optional.empty());
  }

  /** Code asked for the process to end. */
  public static CellFailure left(String who, int code) {
    String message = who + " ended the process (exit " + code + ")";
    return new CellFailure(
        "Exit",
        message,
        List.of(RED + message + PLAIN),
        Failure.Kind.EXCEPTION,
        Optional.of(new ScriptSupport.Left(code)));
  }

  /** The same with more to its message. */
  public CellFailure with(String more) {
    List<String> lines = new ArrayList<>(traceback);
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + more);
    return new CellFailure(name, message + more, lines, kind, thrown);
  }

  /** Something failed that is not the cell's own doing, or nobody can tell where. */
  static CellFailure ofEngine(String where, Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    List<String> lines = new ArrayList<>();
    lines.add(RED + name + PLAIN + " in " + where);
    lines.add(String.valueOf(thrown.getMessage()));
    for (StackTraceElement each : thrown.getStackTrace()) {
      lines.add(QUIET + "  at " + each + PLAIN);
    }
    return new CellFailure(
        name, where + ": " + thrown, lines, Failure.Kind.EXCEPTION, Optional.of(thrown));
  }

  /** {@code cell 3, line 2}. */
  private static String where(Place place) {
    return place.file() + ", line " + place.line();
  }

  private static String at(Frame frame) {
    String where = where(frame.place());
    return frame.method().isEmpty() ? where : frame.method() + " (" + where + ")";
  }

  private static String name(Failure failure) {
    return switch (failure.kind()) {
      case COMPILE -> "CompileError";
      case STOPPED -> "Interrupted";
      case EXCEPTION -> failure.thrown().map(t -> t.getClass().getSimpleName()).orElse("Exception");
    };
  }

  /** Our own exceptions speak for themselves where they come from one line. */
  private static boolean traced(Failure failure) {
    boolean ours = failure.thrown().map(AffinityException.class::isInstance).orElse(true);
    return failure.frames().size() > 1 || !ours && !failure.frames().isEmpty();
  }

  public boolean stopped() {
    return kind == Failure.Kind.STOPPED;
  }

  /**
   * The exit code of a command that ends with it: 1 if the world failed, 2 if the cell did; never
   * 0.
   */
  public int exitCode() {
    if (thrown.orElse(null) instanceof ScriptSupport.Left left) {
      return (left.code() & 0xff) == 0 ? 1 : left.code();
    }
    return thrown
        .map(t -> t instanceof AffinityException && !(t instanceof RunException) ? 2 : 1)
        .orElse(2);
  }

  /** Without colours. */
  public String plain() {
    return String.join("\n", traceback).replaceAll("\u001B\\[[0-9;]*m", "");
  }
}
