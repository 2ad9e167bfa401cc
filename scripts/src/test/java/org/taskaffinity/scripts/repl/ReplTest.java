package org.taskaffinity.scripts.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions in a pseudo-terminal, with the real engine. */
@Timeout(240)
class ReplTest {
  @TempDir Path folder;

  private PseudoTerminal open(int columns, Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("XDG_STATE_HOME", folder.resolve("state").toString());
    return new PseudoTerminal(
        columns, environment, "repl", "--out", folder.resolve("out").toString());
  }

  @Test
  void aSessionIsTypedCompletedInterruptedAndResumed() throws Exception {
    try (PseudoTerminal terminal = open(100, Map.of("COLORTERM", "truecolor"))) {
      terminal.expect("affinity> ");
      terminal.type("var look = experi\t");
      terminal.expect("experiment(");
      terminal.type("\"look\", planted(design().molecules(200)))\r");
      terminal.expect("look ==>");
      terminal.expect("affinity> ");
      terminal.type("look = look.encoder(gcn(16)).training(adamW(0.001).epochs(2000))\r");
      terminal.expect("affinity> ");

      terminal.type("var r = runner.run(look)\r");
      terminal.expect("steps");
      terminal.type("\u0003");
      terminal.expect("goes on from there: !!");
      terminal.expect("affinity> ");

      terminal.type("while (true) {}\r");
      Thread.sleep(500);
      terminal.type("\u0003");
      double seconds = terminal.expect("Stopped.");
      assertTrue(seconds < 1, "an endless loop was stopped after " + seconds + " s");
      terminal.expect("affinity> ");

      terminal.type("r = runner.run(look.training(adamW(0.001).epochs(2)))\r");
      terminal.expect("r does not exist"); // its declaration was stopped
      terminal.expect("affinity> ");
      terminal.type("/exit 7\r");
      assertEquals(7, terminal.exit());
    }
  }
}
