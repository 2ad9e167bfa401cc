package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.testing.Golden;

class DataFilesTest {
  private static final String TEXT = "smiles,A\nC,1\nCC,0\n".repeat(1) + "CCC,1\n".repeat(500);

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> ranges = new ArrayList<>();
  private byte[] served;
  private int leftOut;
  private long claimed;
  private CountDownLatch stall = new CountDownLatch(0);
  private int status = 200;

  @BeforeEach
  void serve() throws IOException {
    served = gzip(TEXT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatIsNotThereIsFetchedCheckedAndKept() {
    assertTrue(files().locate("tiny").path().isEmpty());
    DataState state = files().fetch("tiny");
    assertTrue(state.verified());
    assertEquals(folder.resolve("cache/data/t/tiny.csv.gz"), state.path().orElseThrow());
    assertEquals(List.of(Mtl.classification("A")), state.entry().tasks());
    files().fetch("tiny");
    assertEquals(1, ranges.size(), "a file that is there is not fetched again");
  }

  @Test
  void theDataFolderComesBeforeTheCache() throws IOException {
    Path mine = folder.resolve("data/t/tiny.csv.gz");
    Files.createDirectories(mine.getParent());
    Files.write(mine, served);
    assertEquals(mine, files().fetch("tiny").path().orElseThrow());
    assertTrue(ranges.isEmpty());
  }

  @Test
  void aBrokenDownloadGoesOnWhereItStopped() throws IOException {
    leftOut = served.length / 2;
    assertThrows(RunException.class, () -> files().fetch("tiny"));
    Path part = folder.resolve("cache/data/t/tiny.csv.gz.part");
    long there = Files.size(part);
    assertTrue(there > 0 && there < served.length);
    leftOut = 0;
    assertTrue(files().fetch("tiny").verified());
    assertEquals("bytes=" + there + "-", ranges.get(1));
    assertFalse(Files.exists(part));
  }

  /** Ctrl-C while the server is slow: what came is kept, and the next attempt goes on from it. */
  @Test
  void anInterruptStopsADownloadAndKeepsWhatCame() throws Exception {
    stall = new CountDownLatch(1);
    Thread asking = Thread.currentThread();
    CompletableFuture<Void> signal =
        CompletableFuture.runAsync(
            () -> {
              while (!Files.exists(folder.resolve("cache/data/t/tiny.csv.gz.part"))) {
                Thread.onSpinWait();
              }
              asking.interrupt();
            });
    RunException stopped = assertThrows(RunException.class, () -> files().fetch("tiny"));
    stall.countDown();
    signal.get();
    assertTrue(stopped.stopped(), stopped.getMessage());
    assertFalse(Thread.interrupted());
    assertTrue(files().fetch("tiny").verified());
    assertTrue(ranges.size() >= 2);
  }

  @Test
  void oneOfSeveralFetchesAndTheOthersFindItThere() throws Exception {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(CompletableFuture.supplyAsync(() -> files().fetch("tiny").verified()));
    }
    for (CompletableFuture<Boolean> each : all) {
      assertTrue(each.get());
    }
    assertEquals(1, ranges.size());
  }

  /** Another process holds the lock: this one waits, and then has nothing to fetch. */
  @Test
  void whatAnotherProcessFetchesIsWaitedFor() throws Exception {
    Path target = folder.resolve("cache/data/t/tiny.csv.gz");
    Files.createDirectories(target.getParent());
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DataFilesTest.class.getName(),
                target + ".part.lock",
                target.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals('h', other.getInputStream().read(), "it holds the lock");
      CompletableFuture<Boolean> mine =
          CompletableFuture.supplyAsync(() -> files().fetch("tiny").verified());
      Thread.sleep(300);
      assertFalse(mine.isDone());
      assertEquals(List.of(), ranges);
      other.getOutputStream().write(served);
      other.getOutputStream().close();
      assertTrue(mine.get(20, TimeUnit.SECONDS));
      assertEquals(List.of(), ranges);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Holds a lock, and writes a file before it lets go: what comes in, once that ends. */
  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      System.out.write('h');
      System.out.flush();
      Files.write(Path.of(arguments[1]), System.in.readAllBytes());
    }
  }

  @Test
  void aPartThatIsNoBeginningIsStartedOver() throws IOException {
    Path part = folder.resolve("cache/data/t/tiny.csv.gz.part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[served.length + 7]);
    assertTrue(files().fetch("tiny").verified());
    assertEquals(2, ranges.size());
  }

  @Test
  void anAbsurdlyLongAnswerIsNotFetched() {
    claimed = Download.MOST_BYTES + 1;
    RunException refused = assertThrows(RunException.class, () -> files().fetch("tiny"));
    assertTrue(refused.getMessage().contains("more than 1073741824 bytes"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve("cache/data/t/tiny.csv.gz.part")));
  }

  /** A few bytes that unpack to many are refused before they fill the memory. */
  @Test
  void whatUnpacksToTooMuchIsRefused() throws IOException {
    Path bomb = Files.write(folder.resolve("bomb.csv.gz"), gzip("0,".repeat(5_000_000)));
    assertTrue(Files.size(bomb) < 100_000);
    PlanException refused = assertThrows(PlanException.class, () -> Content.read(bomb, 1_000_000));
    assertTrue(refused.getMessage().contains("longer than 1,000,000 bytes"), refused.getMessage());
    assertEquals(10_000_000, Content.read(bomb, 10_000_000).bytes().length);
  }

  @Test
  void anEmptyTableOfDataverseIsRefused() {
    for (String text : new String[] {"", "\n", "\r\n\n"}) {
      Content content = Content.of(text);
      assertThrows(PlanException.class, () -> DataverseTab.read("empty.tab", content));
    }
  }

  @Test
  void progressIsToldOfEveryByte() {
    List<Long> heard = new ArrayList<>();
    files(
            new Progress() {
              @Override
              public void begin(String what, long total, String unit) {
                heard.add(total);
              }

              @Override
              public void advance(long done, String note) {
                heard.add(done);
              }
            })
        .fetch("tiny");
    assertEquals(served.length, heard.get(0));
    assertEquals(served.length, heard.get(heard.size() - 1));
  }

  @Test
  void refusalsSayWhatWasExpectedAndWhereTheFileLies() throws IOException {
    Messages messages = new Messages(folder);
    status = 404;
    messages.add("no such address", RunException.class, () -> files().fetch("tiny"));
    status = 200;
    leftOut = served.length / 2;
    messages.add("cut short", RunException.class, () -> files().fetch("tiny"));
    leftOut = 0;
    served = gzip("another build");
    Files.delete(folder.resolve("cache/data/t/tiny.csv.gz.part"));
    messages.add("another content", RunException.class, () -> files().fetch("tiny"));
    assertFalse(Files.exists(folder.resolve("cache/data/t/tiny.csv.gz")));
    Path mine = folder.resolve("data/t/tiny.csv.gz");
    Files.createDirectories(mine.getParent());
    Files.write(mine, served);
    messages.add("another content here", RunException.class, () -> files().fetch("tiny"));
    Files.write(mine, Arrays.copyOf(served, served.length - 9));
    messages.add("a cut file", PlanException.class, () -> files().fetch("tiny"));
    Files.delete(mine);
    int port = server.getAddress().getPort();
    server.stop(0);
    messages.add("no network", RunException.class, () -> files().fetch("tiny"));
    Files.writeString(folder.resolve("molecules.csv"), TEXT);
    String near = folder.resolve("molecule.csv").toString();
    messages.add("a file that is not there", PlanException.class, () -> files().open(near));
    messages.add("an unknown name", PlanException.class, () -> files().locate("tinny"));
    Golden.check("data/files.txt", messages.toString().replace(":" + port, ":PORT"));
  }

  @Test
  void aFileOfOnesOwnMayLieBelowTheDataFolder() throws IOException {
    Path mine = folder.resolve("data/mine.csv");
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, TEXT);
    assertEquals(mine, files().open("mine.csv").path());
  }

  @Test
  void foldersFollowSettingsThenTheEnvironment() {
    Map<String, String> environment = Map.of("AFFINITY_DATA", "/d", "XDG_CACHE_HOME", "/c");
    Settings settings = Settings.settings();
    Path home = Path.of("/home/me");
    assertEquals(
        new Folders(Optional.of(Path.of("/d")), Path.of("/c/task-affinity")),
        Folders.of(settings, environment, home));
    assertEquals(
        new Folders(Optional.of(Path.of("/e")), home.resolve(".cache/task-affinity")),
        Folders.of(settings.data(Path.of("/e")), Map.of("AFFINITY_DATA", "/d"), home));
    assertTrue(Folders.of(settings, Map.of("AFFINITY_DATA", ""), home).data().isEmpty());
  }

  @Test
  void theCatalogueListsWhatItKnows() {
    Catalogue catalogue = Catalogue.read();
    List<String> names = catalogue.entries().stream().map(CatalogueEntry::name).toList();
    assertEquals(48, names.size());
    assertEquals(names.size(), Set.copyOf(names).size());
    assertTrue(names.containsAll(List.of("tox21", "sider", "toxcast", "planted")));
    assertEquals(12, catalogue.entry("tox21").tasks().size());
    assertEquals(27, catalogue.entry("sider").tasks().size());
    assertEquals(6, catalogue.entry("planted").tasks().size());
    for (CatalogueEntry entry : catalogue.entries()) {
      for (CatalogueEntry.File file : entry.files()) {
        assertTrue(file.origin().startsWith("https://"), file.origin());
        assertTrue(file.sha256().matches("[0-9a-f]{64}"), file.path());
      }
      assertTrue(entry.sha256().matches("[0-9a-f]{64}") || entry.inCode());
    }
  }

  private DataFiles files() {
    return files(Progress.NONE);
  }

  private DataFiles files(Progress progress) {
    String origin = "http://127.0.0.1:" + server.getAddress().getPort() + "/tiny.csv.gz";
    CatalogueEntry tiny =
        new CatalogueEntry(
            "tiny",
            "Tiny",
            List.of(new CatalogueEntry.File("t/tiny.csv.gz", origin, Content.of(TEXT).sha256())),
            "none",
            502,
            "smiles",
            List.of(),
            "nowhere");
    Folders folders = new Folders(Optional.of(folder.resolve("data")), folder.resolve("cache"));
    return new DataFiles(new Catalogue(List.of(tiny)), folders, progress);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (status != 200 || from >= served.length) {
      exchange.sendResponseHeaders(status != 200 ? status : 416, -1);
    } else {
      long length = claimed > 0 ? claimed : served.length - from;
      exchange.sendResponseHeaders(range == null ? 200 : 206, length);
      int now = stall.getCount() > 0 ? 10 : served.length - from - leftOut;
      exchange.getResponseBody().write(served, from, now);
      exchange.getResponseBody().flush();
      await(stall);
      exchange.getResponseBody().write(served, from + now, served.length - from - leftOut - now);
      exchange.getResponseBody().flush();
    }
    exchange.close();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
