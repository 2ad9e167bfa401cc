package org.taskaffinity.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;

/**
 * Fetches one file over HTTP, into a {@code .part} file beside its place.
 *
 * <p>What an earlier attempt left in the {@code .part} file is not fetched again: the rest is asked
 * for by a {@code Range} (RFC 9110, section 14), and a server that sends everything all the same
 * starts it over.
 */
final class Download {
  private static final String BROKE = "the connection broke before all of it came";

  /** A hundred times the largest file of the catalogue. */
  static final long MOST_BYTES = 1L << 30;

  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  private final String dataset;
  private final CatalogueEntry.File file;
  private final Path part;
  private final Path arrived;
  private final Progress progress;

  /**
   * @param dataset for which the file is fetched
   */
  Download(String dataset, CatalogueEntry.File file, Path target, Progress progress) {
    this.dataset = dataset;
    this.file = file;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.arrived = target.resolveSibling("arrived-" + target.getFileName());
    this.progress = progress;
  }

  /**
   * Fetches the file.
   *
   * @return where it lies now, whole but not looked at
   * @throws RunException if it cannot be had; one that says it was stopped, if the thread is
   *     interrupted
   */
  Path fetch(URI origin) {
    try {
      long there = Files.exists(part) ? Files.size(part) : 0;
      HttpResponse<InputStream> response = ask(origin, there);
      if (response.statusCode() == NOT_SATISFIABLE && there > 0) {
        Files.delete(part); // it is no beginning of what lies at the origin now
        return fetch(origin);
      }
      receive(response, response.statusCode() == PARTIAL ? there : 0);
      return adopt(part, arrived);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw failed("no connection to the server", e);
    } catch (IOException e) {
      // A channel or the body's stream tells of an interrupt as of a failure, with the flag set.
      throw Thread.interrupted() ? stopped() : failed(reason(e), e);
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private RunException stopped() {
    return RunException.stopped(
        "Stopped while fetching \"" + dataset + "\"; what came is kept, in " + part + ".");
  }

  /**
   * Works on the file alone: of several processes that want it, one fetches and the others find it
   * there.
   */
  <T> T alone(Supplier<T> work) {
    try {
      Files.createDirectories(part.getParent());
      Path lockFile = part.resolveSibling(part.getFileName() + ".lock");
      synchronized (Download.class) { // a JVM's own threads cannot lock a file against each other
        try (FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          return work.get();
        }
      }
    } catch (IOException e) {
      throw Thread.interrupted() ? stopped() : failed(reason(e), e);
    }
  }

  /** Moves a file to its place, at once or not at all. */
  static Path adopt(Path from, Path to) {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("A file moves within its folder", e);
    }
  }

  private static HttpResponse<InputStream> ask(URI origin, long there)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(origin).timeout(Duration.ofMinutes(2));
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private void receive(HttpResponse<InputStream> response, long there)
      throws IOException, InterruptedException {
    try (InputStream body = response.body()) {
      if (response.statusCode() != PARTIAL && response.statusCode() != 200) {
        throw failed("the server answered " + response.statusCode(), null);
      }
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-there);
      requireSensible(there + Math.max(0, length));
      progress.begin("fetching " + dataset, there + length, "bytes");
      try {
        aside(body, () -> append(body, there, there + length));
      } finally {
        progress.end();
      }
    }
  }

  /** What may fail for the disk's or the net's sake. */
  private interface Work {
    void done() throws IOException;
  }

  /** Works on a thread of its own: a body that does not come is deaf to interrupts on JDK 17. */
  private static void aside(InputStream body, Work work) throws IOException, InterruptedException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.done();
              return null;
            });
    Thread worker = new Thread(task, "download");
    worker.setDaemon(true);
    worker.start();
    try {
      task.get();
    } catch (InterruptedException e) {
      body.close(); // which ends the reading
      worker.join(TimeUnit.SECONDS.toMillis(5));
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e);
    }
  }

  private void append(InputStream body, long there, long total) throws IOException {
    StandardOpenOption from =
        there > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long done = there;
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, from)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = read(body, buffer); n >= 0; n = read(body, buffer)) {
        out.write(buffer, 0, n);
        done += n;
        requireSensible(done);
        progress.advance(done, "");
      }
    }
    if (total > 0 && done < total) {
      throw new IOException(BROKE);
    }
  }

  private void requireSensible(long bytes) throws IOException {
    if (bytes > MOST_BYTES) {
      Files.deleteIfExists(part);
      throw new IOException("the server sends more than " + MOST_BYTES + " bytes");
    }
  }

  private static int read(InputStream body, byte[] buffer) throws IOException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new IOException(BROKE, e);
    }
  }

  private RunException failed(String why, Exception cause) {
    return new RunException(
        "Cannot fetch \""
            + dataset
            + "\" from "
            + file.origin()
            + ": "
            + why
            + ".\n  try again, it goes on where it stopped: affinity data fetch "
            + dataset
            + "\n  without a network, lay the file at "
            + file.path()
            + " in a folder and let AFFINITY_DATA point to that",
        cause);
  }
}
