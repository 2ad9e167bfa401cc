package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a page in a real browser, where there is one. */
@Tag("slow")
class BrowserTest {
  @TempDir Path folder;

  @Test
  void thePageOpensWithoutErrorsOrRequestsAndItsTablesCanBeSorted() throws Exception {
    String browser = browser();
    Path page = ReportPage.write(MadeUp.hostile(), folder);
    String dom = opened(browser, page);
    assertTrue(dom.contains("Task affinity G"), "the figure's title reaches the page");
    assertTrue(dom.contains("<button type=\"button\">"), "the script ran");
    assertEquals(List.of(), errors());
    assertEquals(List.of(), requests());
  }

  @Test
  void anErrorAndARequestWouldBeSeen() throws Exception {
    String browser = browser();
    String html =
        "<html><body><img src='http://a.invalid/a.png'><script>oh()</script></body></html>";
    opened(browser, Files.writeString(folder.resolve("page.html"), html));
    assertEquals(1, errors().size());
    assertTrue(requests().get(0).contains("http://a.invalid/a.png"));
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("browser.log")).stream()
        .filter(line -> line.contains("CONSOLE"))
        .filter(line -> !line.contains("net::ERR"))
        .toList();
  }

  private String opened(String browser, Path page) throws Exception {
    List<String> command = new ArrayList<>(List.of(browser, "--headless", "--no-sandbox"));
    command.addAll(
        List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--user-data-dir=" + folder.resolve("profile"),
            "--log-net-log=" + folder.resolve("net.json"),
            "--dump-dom",
            page.toUri().toString()));
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("browser.log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser took more than a minute");
    return Files.readString(dom);
  }

  /** Addresses that the page itself, a file, made the browser ask for. */
  private List<String> requests() throws IOException {
    return Files.readAllLines(folder.resolve("net.json")).stream()
        .filter(line -> line.contains("\"network_isolation_key\":\"file://"))
        .filter(line -> line.contains("\"url\":\"http"))
        .toList();
  }

  private static String browser() {
    Optional<String> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    assumeTrue(found.isPresent(), "No Chromium on the PATH, so no page was opened.");
    return found.orElseThrow();
  }
}
