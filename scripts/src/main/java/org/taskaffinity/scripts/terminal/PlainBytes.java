package org.taskaffinity.scripts.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.PlainText;

/**
 * Writes UTF-8 on, with control characters as escapes. Line breaks, tabs and colours stay; of
 * colours, those that hide text do not.
 */
final class PlainBytes extends OutputStream {
  private static final int ESCAPE = 0x1B;
  private static final int LONGEST = 32;

  /** A colour or a weight, but not 5 and 6 (blinking) or 8 (hidden). */
  private static final Pattern COLOUR =
      Pattern.compile(
          "\u001B\\[(?:|(?:0|1|2|3|4|7|2[1-9]|[34][0-79]|9[0-7]|10[0-7]|[34]8;5;\\d{1,3}"
              + "|[34]8;2;\\d{1,3};\\d{1,3};\\d{1,3})(?:;(?:0|1|2|3|4|7|2[1-9]|[34][0-79]))*)m");

  private final OutputStream to;

  /** Bytes of a character, or of an escape sequence, that is not whole yet. */
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream(LONGEST);

  PlainBytes(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int b) throws IOException {
    int next = b & 0xFF;
    if (next == '\n' && begun.size() == 1 && begun.toByteArray()[0] == '\r') {
      begun.reset();
      to.write('\r');
    }
    if (begun.size() > 0 && !continues(next)) {
      end();
    }
    if (begun.size() == 0 && next >= 0x20 && next < 0x7F || next == '\n' || next == '\t') {
      to.write(next);
      return;
    }
    begun.write(next);
    if (whole()) {
      end();
    }
  }

  private boolean continues(int next) {
    int first = begun.toByteArray()[0] & 0xFF;
    if (first == ESCAPE) {
      return begun.size() == 1
          ? next == '['
          : next >= '0' && next <= '9' || next == ';' || next == 'm';
    }
    return first != '\r' && (next & 0xC0) == 0x80;
  }

  private boolean whole() {
    byte[] bytes = begun.toByteArray();
    int first = bytes[0] & 0xFF;
    if (first == ESCAPE) {
      return bytes[bytes.length - 1] == 'm' || bytes.length == LONGEST;
    }
    return first != '\r' && bytes.length == length(first);
  }

  private static int length(int first) {
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  }

  /** Writes what was begun, whole or not. */
  private void end() throws IOException {
    String text = begun.toString(StandardCharsets.UTF_8);
    begun.reset();
    if (COLOUR.matcher(text).matches()) {
      print(text);
      return;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (PlainText.control(point) || point == '\r') {
                out.append(PlainText.escape(point));
              } else {
                out.appendCodePoint(point);
              }
            });
    print(out.toString());
  }

  private void print(String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    to.flush(); // what was begun waits for the rest of it
  }

  @Override
  public void close() throws IOException {
    if (begun.size() > 0) {
      end();
    }
    to.close();
  }
}
