package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long now;

  private TerminalProgress progress(boolean live, int width) {
    PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new TerminalProgress(new Terminal(err, err, live, width), () -> now);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private void after(double seconds) {
    now += (long) (seconds * 1e9);
  }

  @Test
  void elsewhereThereIsALineEveryFewSeconds() {
    TerminalProgress progress = progress(false, 80);
    progress.begin("training", 200, "epochs");
    for (int epoch = 1; epoch <= 20; epoch++) {
      after(1);
      progress.advance(epoch, "loss 0.5");
    }
    progress.end();
    assertEquals(
        """
        training   3%  5 of 200 epochs  3 min 15 s left  loss 0.5
        training   5%  10 of 200 epochs  3 min 10 s left  loss 0.5
        training   8%  15 of 200 epochs  3 min 5 s left  loss 0.5
        training  10%  20 of 200 epochs  3 min 0 s left  loss 0.5
        """,
        written());
  }

  @Test
  void aTerminalHasABarThatIsWipedAtTheEnd() {
    TerminalProgress progress = progress(true, 80);
    progress.begin("fetching", 4, "bytes");
    after(1);
    progress.advance(1, "");
    progress.end();
    String bar = "fetching [======                  ]  25%  1 of 4 bytes  3 s left";
    assertEquals("\r" + bar + "\u001B[K\r\u001B[K", written());
  }

  @Test
  void aSweepKnowsItsShareAndWhatIsLeft() {
    TerminalProgress progress = progress(true, 100);
    progress.begin("overlap", 64, "experiments");
    after(1);
    progress.advance(12, "2 running, 50 to go", 0.205, java.time.Duration.ofSeconds(95));
    after(1);
    progress.advance(12, "2 running, 50 to go", 0.21, java.time.Duration.ofSeconds(-1));
    assertEquals(
        "\roverlap [====                    ]  21%  12 of 64 experiments  1 min 35 s left  2"
            + " running, 50 to go\u001B[K"
            + "\roverlap [=====                   ]  21%  12 of 64 experiments  2 running, 50 to"
            + " go\u001B[K",
        written());
  }

  @Test
  void barsNeverWrap() {
    TerminalProgress progress = progress(true, 30);
    progress.begin("a very long description of work", 0, "rows");
    after(1);
    progress.advance(12, "and a note");
    assertEquals("\ra very long description of w…\u001B[K", written());
  }

  @Test
  void innerWorkIsShownAndNotesStandAlone() {
    TerminalProgress progress = progress(false, 80);
    progress.begin("outer", 10, "runs");
    progress.begin("inner", 0, "rows");
    after(6);
    progress.advance(1234, "");
    progress.say("a note");
    progress.end();
    after(6);
    progress.advance(5, "");
    progress.end();
    progress.advance(6, "nobody works");
    progress.end();
    assertEquals("inner  1,234 rows\na note\nouter  50%  5 of 10 runs  12 s left\n", written());
  }
}
