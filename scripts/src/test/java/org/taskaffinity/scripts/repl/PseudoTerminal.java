package org.taskaffinity.scripts.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.taskaffinity.scripts.JavaProgram;

/** The program in a terminal of its own, typed at and read as a person would. */
final class PseudoTerminal implements AutoCloseable {
  private static final Path BRIDGE = Path.of("src", "test", "resources", "pty", "terminal.py");

  private final Process process;
  private final OutputStream keys;
  private final StringBuilder shown = new StringBuilder();
  private int read;

  PseudoTerminal(int columns, Map<String, String> environment, String... arguments)
      throws IOException {
    Assumptions.assumeTrue(python(), "needs python3 3.9, whose pty module makes the terminal");
    List<String> command =
        new ArrayList<>(List.of("python3", BRIDGE.toString(), "" + columns, "40"));
    command.addAll(JavaProgram.command("-Xmx1g", List.of(arguments)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("NO_COLOR");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().putAll(environment);
    process = builder.start();
    keys = process.getOutputStream();
    Thread reader = new Thread(this::pump, "screen");
    reader.setDaemon(true);
    reader.start();
  }

  private static boolean python() {
    try {
      Process asked =
          new ProcessBuilder("python3", "-c", "import os, pty; os.waitstatus_to_exitcode")
              .redirectErrorStream(true)
              .start();
      return asked.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void pump() {
    byte[] bytes = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        synchronized (shown) {
          shown.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
          shown.notifyAll();
        }
      }
    } catch (IOException e) {
      // the terminal has closed
    }
  }

  void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Waits until a text is shown behind what was expected last; gives the seconds it took. */
  double expect(String text) throws InterruptedException {
    long begun = System.nanoTime();
    synchronized (shown) {
      while (plain().indexOf(text, read) < 0) {
        long left = 60_000 - (System.nanoTime() - begun) / 1_000_000;
        if (left <= 0 || !process.isAlive() && plain().indexOf(text, read) < 0) {
          throw new AssertionError(
              "never shown: "
                  + text
                  + "\n--- the screen\n"
                  + plain().substring(Math.min(read, plain().length())));
        }
        shown.wait(Math.min(left, 200));
      }
      read = plain().indexOf(text, read) + text.length();
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** All that was shown, without what moves the cursor and what colours. */
  String plain() {
    return raw()
        .replaceAll("\u001B\\[[0-9;?>=]*[A-Za-z]|\u001B[=>]|\u001B\\][^\u0007]*\u0007|\r", "");
  }

  String raw() {
    synchronized (shown) {
      return shown.toString();
    }
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("still running\n" + plain());
    }
    return process.exitValue();
  }

  long pid() {
    return process.toHandle().children().findFirst().orElseThrow().pid();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
