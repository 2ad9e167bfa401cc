package org.taskaffinity.scripts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.taskaffinity.dsl.RunException;

/**
 * A process that has ended well.
 *
 * @param seconds from its start to its end
 * @param megabytes the most memory it had, where Linux tells it; looked at every tenth of a second
 * @param output what it wrote to stdout
 */
record Child(double seconds, OptionalDouble megabytes, String output) {
  private static final long LOOK_MILLIS = 100;
  private static final int LAST_LINES = 8;

  /**
   * Runs one and waits for it.
   *
   * @param folder where it works and its output is kept meanwhile
   * @throws RunException if it cannot be started, fails, or this thread is interrupted, which ends
   *     it
   */
  static Child run(List<String> words, Map<String, String> variables, Path folder) {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      OptionalDouble most = await(process);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() != 0) {
        throw new RunException(
            "This ended with exit code %d: %s%n%s"
                .formatted(process.exitValue(), String.join(" ", words), lastLines(err)));
      }
      return new Child(seconds, most, Files.readString(out));
    } catch (IOException e) {
      throw new RunException(words.get(0) + " could not be run: " + e.getMessage(), e);
    }
  }

  private static OptionalDouble await(Process process) {
    OptionalDouble most = OptionalDouble.empty();
    try {
      process.getOutputStream().close();
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        OptionalDouble now = memory(process.pid());
        most = now.isPresent() ? now : most; // a high-water mark
      }
      return most;
    } catch (InterruptedException stopped) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      throw RunException.stopped("Stopped while measuring a process; nothing is kept.");
    } catch (IOException e) {
      throw new RunException("A process could not be talked to: " + e.getMessage(), e);
    }
  }

  private static OptionalDouble memory(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException | RuntimeException gone) {
      return OptionalDouble.empty();
    }
  }

  private static String lastLines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int from = Math.max(0, lines.size() - LAST_LINES);
    return "  " + String.join("\n  ", lines.subList(from, lines.size()));
  }
}
