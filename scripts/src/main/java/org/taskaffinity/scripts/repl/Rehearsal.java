package org.taskaffinity.scripts.repl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A short session before nobody. The launcher has one played when it is built, and keeps the
 * classes that it took in the archive that later JVMs start from.
 */
public final class Rehearsal {
  private static final String TYPED =
      String.join(
          "\r",
          "exp\t(\"warm-up\", planted())",
          "var look = experiment(\"warm-up\", planted()).over(seed(1));",
          "int twice(int x) { return 2 * x; }",
          "for (int i = 0; i < 2; i++) {",
          "println(twice(i)); }",
          "look.b\t;",
          "dataset(\"to\t\")",
          "heatMap(\"truth\", design().truth())",
          "nonsense(",
          ")",
          "/help experiment",
          "/vars",
          "/exit",
          "");

  /** What only a system's own terminal takes, and a rehearsal has none. */
  private static final List<String> SYSTEM =
      List.of(
          "org.jline.terminal.impl.PosixSysTerminal",
          "org.jline.terminal.impl.AbstractUnixSysTerminal",
          "org.jline.terminal.impl.jni.JniUnixSysTerminal",
          "org.jline.terminal.impl.jni.linux.LinuxNativePty",
          "org.jline.terminal.impl.NativeSignalHandler",
          "org.jline.utils.Signals",
          "org.jline.utils.NonBlockingInputStreamImpl",
          "org.jline.utils.NonBlockingPumpReader");

  private Rehearsal() {}

  public static void play(Repl.Around around) throws IOException {
    for (String name : SYSTEM) {
      try {
        Class.forName(name);
      } catch (ClassNotFoundException | LinkageError e) {
        // another system's, or another version's: it starts a little slower
      }
    }
    byte[] typed = TYPED.getBytes(StandardCharsets.UTF_8);
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(false)
            .streams(new ByteArrayInputStream(typed), OutputStream.nullOutputStream())
            .type("xterm-256color")
            .encoding(StandardCharsets.UTF_8)
            .providers("jni,exec")
            .build()) {
      Repl.on(around, terminal);
    }
  }
}
