package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/** What no command can catch. */
class FatalTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

  private int run(Error thrown, OutputStream out) {
    PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            settings -> {
              if (thrown != null) {
                throw thrown;
              }
              return new FakeRunner(settings);
            },
            new Terminal(results, err, false, 80),
            new Interruption(err, Thread.currentThread(), code -> {}));
    return new Main(environment).run("runs");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void errorsEndInWords() {
    for (Error error :
        new Error[] {
          new OutOfMemoryError("Java heap space"),
          new StackOverflowError(),
          new NoClassDefFoundError("picocli/CommandLine"),
          new ExceptionInInitializerError(new OutOfMemoryError("Required array size too large"))
        }) {
      said.reset();
      assertEquals(1, run(error, OutputStream.nullOutputStream()));
      assertFalse(said().contains("\tat "), said());
      boolean memory =
          !(error instanceof StackOverflowError
              || error.getMessage() != null && error.getMessage().startsWith("picocli"));
      assertEquals(memory, said().contains("JAVA_OPTS=-Xmx"), said());
    }
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertEquals(1, run(null, full));
    assertTrue(said().contains("The output could not be written"), said());
  }
}
