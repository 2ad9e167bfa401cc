package org.taskaffinity.scripts.repl;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.taskaffinity.scripts.terminal.Colours;
import org.taskaffinity.scripts.terminal.Look;
import org.taskaffinity.scripts.terminal.ScreenStream;
import org.taskaffinity.scripts.terminal.Terminal;

/** Where a session speaks, as wide and as colourful as it is just now. */
final class Screen {
  private static final long LIMIT = 1_000_000;
  private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;]*m");

  private final PrintStream out;
  private final PrintStream err;
  private final Limited limited;
  private final PrintStream statements;
  private final IntSupplier columns;
  private final IntSupplier rows;
  private final boolean terminal;
  private Colours colours;

  private Screen(
      PrintStream out,
      PrintStream err,
      IntSupplier columns,
      IntSupplier rows,
      Colours colours,
      boolean terminal) {
    this.out = out;
    this.err = err;
    this.columns = columns;
    this.rows = rows;
    this.colours = colours;
    this.terminal = terminal;
    this.limited = new Limited(out, terminal ? LIMIT : Long.MAX_VALUE);
    this.statements = new PrintStream(limited, true, StandardCharsets.UTF_8);
  }

  /** A terminal that is looked at. */
  static Screen of(OutputStream terminal, IntSupplier columns, IntSupplier rows, Colours colours) {
    PrintStream out = new ScreenStream(terminal);
    return new Screen(out, out, columns, rows, colours, true);
  }

  /** Two streams, of which a file or another program may be the reader. */
  static Screen of(Terminal streams) {
    return new Screen(
        streams.out(), streams.err(), streams::width, () -> Integer.MAX_VALUE, Colours.NONE, false);
  }

  /** Whether somebody looks on. */
  boolean terminal() {
    return terminal;
  }

  int width() {
    int known = columns.getAsInt();
    return known > 0 ? known : 80;
  }

  int height() {
    int known = rows.getAsInt();
    return known > 0 ? known : 24;
  }

  Look look() {
    return new Look(width(), colours);
  }

  Colours colours() {
    return colours;
  }

  void colours(Colours chosen) {
    colours = chosen;
  }

  /** Bytes that one statement may print; all that come where this is no terminal. */
  void limit(long bytes) {
    limited.limit(bytes);
  }

  /** For what statements print themselves. */
  PrintStream statements() {
    return statements;
  }

  void say(String line) {
    out.println(line);
  }

  /** What went wrong. */
  void fail(String message) {
    err.println(colours.tinted(1, message));
  }

  void note(String message) {
    (terminal ? out : err).println(colours.quiet(message));
  }

  void begin() {
    limited.begin();
  }

  /** Says what was left out since the statement began. */
  void end() {
    statements.flush();
    if (limited.dropped() > 0) {
      note(
          String.format(
              Locale.ROOT,
              "\n… %,d more characters are not shown. Write them to a file, or see /set output.",
              limited.dropped()));
    }
  }

  /** For progress: the width of this moment. */
  Terminal streams() {
    return new Terminal(out, err, terminal && !"dumb".equals(System.getenv("TERM")), width());
  }

  /** A text cut to what the screen shows at once, with a word on the rest. */
  void shortened(String text, String rest) {
    int room = Math.max(8, height() - 4);
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int length =
          ESCAPE
              .matcher(text.substring(at, Math.min(end, at + 20 * width() * 10)))
              .replaceAll("")
              .length();
      used += Math.max(1, (length + width() - 1) / width());
      if (used > room) {
        cut(
            text,
            at,
            Math.min(
                end, at + width() * Math.max(0, room - used + (length + width() - 1) / width())),
            rest);
        return;
      }
      at = end + 1;
    }
    say(text);
  }

  private void cut(String text, int line, int end, String rest) {
    boolean first = line == 0;
    String shown = first ? text.substring(0, end) : text.substring(0, line - 1);
    long lines = text.substring(shown.length()).chars().filter(c -> c == '\n').count();
    say(shown + (colours == Colours.NONE ? "" : "\u001B[0m"));
    note(
        (lines > 0
                ? "… " + lines + " more lines"
                : "… " + (text.length() - shown.length()) + " more characters")
            + rest);
  }
}
