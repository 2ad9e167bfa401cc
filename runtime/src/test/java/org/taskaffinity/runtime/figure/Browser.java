package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window; a test that asks for one is skipped where there is none. */
public final class Browser {
  private final String command;
  private final Path folder;

  /**
   * @param folder where it keeps what it says
   */
  public Browser(Path folder) {
    Optional<String> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(each -> Path.of(each, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    assumeTrue(found.isPresent(), "No Chromium on the PATH, so no page was opened.");
    command = found.orElseThrow();
    this.folder = folder;
  }

  /** Opens a page and lets its scripts run; what has become of it. */
  public String open(Path page, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of(command, "--headless", "--no-sandbox"));
    words.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            "--user-data-dir=" + folder.resolve("profile"),
            "--log-net-log=" + folder.resolve("net.json"),
            "--dump-dom"));
    words.addAll(List.of(more));
    words.add(page.toUri().toString());
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("browser.log").toFile())
            .start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the browser took more than two minutes");
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(dom);
  }

  /** What the last page wrote to the console. */
  public List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("browser.log")).stream()
        .filter(line -> line.contains("CONSOLE"))
        .filter(line -> !line.contains("net::ERR"))
        .toList();
  }

  /** Addresses that the last page, a file, made the browser ask for. */
  public List<String> requests() throws IOException {
    return Files.readAllLines(folder.resolve("net.json")).stream()
        .filter(line -> line.contains("\"network_isolation_key\":\"file://"))
        .filter(line -> line.contains("\"url\":\"http"))
        .toList();
  }
}
