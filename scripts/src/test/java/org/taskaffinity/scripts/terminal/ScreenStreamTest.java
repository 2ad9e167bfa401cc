package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.PlainText;

class ScreenStreamTest {
  private static String printed(Consumer<ScreenStream> how) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ScreenStream stream = new ScreenStream(bytes)) {
      how.accept(stream);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String printed(String text) {
    return printed(stream -> stream.print(text));
  }

  @Test
  void whatATerminalWouldObeyIsShown() {
    assertEquals("\\u001b]0;PWNED\\u0007", printed("\u001b]0;PWNED\u0007"));
    assertEquals("\\u001b[2J\\u001b[H", printed("\u001b[2J\u001b[H"));
    assertEquals("\\u001b]52;c;cm0=\\u001b\\", printed("\u001b]52;c;cm0=\u001b\\"));
    assertEquals("\\u009b2J\\u0085\\u007f", printed("\u009b2J\u0085\u007f"));
    assertEquals("\\u202egnp\\u2066\\u200f", printed("\u202egnp\u2066\u200f"));
    assertEquals("over\\u000dwritten", printed("over\rwritten"));
    assertEquals("\\u001b[8mhidden", printed("\u001b[8mhidden"));
    assertEquals("\\u001b", printed("\u001b"));
    assertEquals("\\u0000", printed("\u0000"));
  }

  @Test
  void textAndOwnColoursStay() {
    String text = "NR-AR\tGröße θ 漢 \ud83e\uddea\r\n… and\n";
    assertEquals(text, printed(text));
    for (Colours colours : Colours.values()) {
      String coloured =
          colours.tinted(1, "red")
              + colours.quiet("quiet")
              + colours.bold("bold")
              + colours.ink(0x123456)
              + colours.ground(0xfedcba)
              + Colours.plain();
      assertEquals(coloured, printed(coloured));
    }
  }

  @Test
  void aCharacterMayComeInPieces() {
    byte[] bytes = "ü\u202e\u001b[1m\ud83e\uddea\u009b\n".getBytes(StandardCharsets.UTF_8);
    String pieces =
        printed(
            stream -> {
              for (byte b : bytes) {
                stream.write(b);
                stream.flush();
              }
            });
    assertEquals("ü\\u202e\u001b[1m\ud83e\uddea\\u009b\n", pieces);
  }

  /** Any bytes, also no UTF-8: nothing gets through but colours. */
  @Test
  void nothingElseGetsThrough() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      for (int at = 0; at < bytes.length; at++) {
        byte[] likely = {
          0x1b, '[', ']', '8', 'm', ';', (byte) 0xc2, (byte) 0x9b, '\r', (byte) 0xe2
        };
        bytes[at] =
            random.nextBoolean()
                ? likely[random.nextInt(likely.length)]
                : (byte) random.nextInt(256);
      }
      String shown = printed(stream -> stream.write(bytes, 0, bytes.length));
      String rest = shown.replaceAll("\u001b\\[[0-9;]*m", "");
      assertTrue(rest.codePoints().noneMatch(PlainText::control), rest);
      assertFalse(rest.replace("\r\n", "\n").contains("\r"), rest);
      assertFalse(shown.matches("(?s).*\u001b\\[(\\d+;)*8(;\\d+)*m.*"), shown);
    }
  }

  @Test
  void aFailureIsRemembered() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (ScreenStream stream = new ScreenStream(full)) {
      assertTrue(stream.failure().isEmpty());
      stream.println("text");
      assertEquals("No space left on device", stream.failure().orElseThrow().getMessage());
    }
  }

  @Test
  void whatIsDrawnIsObeyed() {
    assertEquals(
        "a\r\u001b[Kb",
        printed(
            stream -> {
              stream.print("a");
              stream.raw("\r\u001b[K");
              stream.print("b");
            }));
  }
}
