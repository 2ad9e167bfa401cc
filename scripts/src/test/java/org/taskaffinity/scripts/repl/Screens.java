package org.taskaffinity.scripts.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.ScreenTerminal;

/**
 * Plays a session in a terminal and draws its last screen as SVG; {@code screens/make} calls it.
 */
public final class Screens {
  private static final int COLUMNS = 92;
  private static final int ROWS = 40;
  private static final double WIDTH = 8.4;
  private static final double HEIGHT = 18;

  private Screens() {}

  /**
   * @param arguments where the session's runs go, and the file to draw into
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path out = Path.of(arguments[0]);
    Map<String, String> environment =
        Map.of("COLORTERM", "truecolor", "XDG_STATE_HOME", out.resolve("state").toString());
    try (PseudoTerminal terminal =
        new PseudoTerminal(COLUMNS, environment, "repl", "--out", out.toString())) {
      terminal.expect("affinity> ");
      say(terminal, "var look = experiment(\"first look\", planted()).encoder(gcn(64, 64))");
      say(
          terminal,
          "var longer = look.training(adamW(0.001).epochs(10)).split(randomSplit(.8, .1, .1))");
      say(terminal, "var result = runner.run(longer.capture(captureEvery(5).window(all())))");
      say(terminal, "runner.group(result.affinity(), averageLinkage().groups(2))");
      Files.writeString(Path.of(arguments[1]), svg(terminal.raw()));
    }
  }

  private static void say(PseudoTerminal terminal, String statement)
      throws IOException, InterruptedException {
    terminal.type(statement + "\r");
    terminal.expect("==>");
    terminal.expect("affinity> ");
  }

  private static String svg(String shown) {
    ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    screen.write(shown);
    long[] cells = new long[COLUMNS * ROWS];
    screen.dump(cells, null);
    int last = ROWS - 1;
    while (last > 0 && blank(cells, last)) {
      last--;
    }
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"ui-monospace,"
                + "Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\"><rect width=\"100%%\""
                + " height=\"100%%\" rx=\"6\" fill=\"#101216\"/>%n",
            COLUMNS * WIDTH + 20,
            (last + 1) * HEIGHT + 20));
    for (int row = 0; row <= last; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        draw(out, cells[row * COLUMNS + column], row, column);
      }
    }
    return out.append("</svg>\n").toString();
  }

  private static boolean blank(long[] cells, int row) {
    for (int column = 0; column < COLUMNS; column++) {
      int character = ScreenTerminal.cellCodePoint(cells[row * COLUMNS + column]);
      if (character != ' ' && character != 0) {
        return false;
      }
    }
    return true;
  }

  private static void draw(StringBuilder out, long cell, int row, int column) {
    double x = 10 + column * WIDTH;
    double y = 10 + row * HEIGHT;
    if (ScreenTerminal.cellHasBackground(cell)) {
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%.0f\" width=\"%.1f\" height=\"%.0f\" fill=\"#%06x\"/>%n",
              x,
              y,
              WIDTH + .2,
              HEIGHT,
              ScreenTerminal.cellColorRgb(ScreenTerminal.cellBackground(cell))));
    }
    int character = ScreenTerminal.cellCodePoint(cell);
    if (character == ' ' || character == 0) {
      return;
    }
    int ink =
        ScreenTerminal.cellHasForeground(cell)
            ? ScreenTerminal.cellColorRgb(ScreenTerminal.cellForeground(cell))
            : 0xf4f5f8;
    String text =
        switch (character) {
          case '<' -> "&lt;";
          case '>' -> "&gt;";
          case '&' -> "&amp;";
          default -> Character.toString(character);
        };
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.0f\" fill=\"#%06x\"%s>%s</text>%n",
            x,
            y + HEIGHT - 5,
            ink & 0xffffff,
            ScreenTerminal.cellBold(cell) ? " font-weight=\"bold\"" : "",
            text));
  }
}
