package org.taskaffinity.scripts.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.taskaffinity.scripts.terminal.Colours;

class ScreenTest {
  /** Names of tasks and runs come out of files. */
  @Test
  void aTerminalIsNotToldWhatToDoByText() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Screen screen = Screen.of(bytes, () -> 80, () -> 24, Colours.TRUE);
    screen.say("a\u001b]0;title\u0007b");
    screen.fail("\u001b[2J");
    screen.begin();
    screen.statements().println("\u009b2Jc");
    screen.end();
    assertEquals(
        "a\\u001b]0;title\\u0007b\n\u001b[31m\\u001b[2J\u001b[39m\n\\u009b2Jc\n",
        bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }
}
