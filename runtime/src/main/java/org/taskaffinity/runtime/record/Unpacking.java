package org.taskaffinity.runtime.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Bounds;
import org.taskaffinity.runtime.files.Sha256;

/**
 * Takes a {@link Bundle} apart, believing nothing: plain names only, no more and no less than the
 * manifest says, every hash as it says, sizes in bounds, and in the end a result that reads.
 */
public final class Unpacking {
  private static final int MOST_FILES = 1_000;
  private static final long LONGEST_MANIFEST = 1 << 20;
  private static final long MOST_BYTES = 8L << 30;

  /** Text deflates to a tenth; what grows a hundredfold was made to fill a disk. */
  private static final long GROWTH = 100;

  /** What is kept of a bundle; a page could be a program, so it is made again. */
  private static final Set<String> KEPT =
      Set.of(
          "affinity.csv",
          "captures.npz",
          ColumnFile.NAME,
          "conflicts.csv",
          "counts.csv",
          "description.txt",
          "encoder.bin",
          "history.csv",
          "labels.csv",
          "overlap.csv",
          "pairs.csv",
          "run.json",
          "sittings.txt",
          "summary.json",
          "tasks.csv");

  private static final Set<String> SMALL =
      Set.of(RecordFile.NAME, Description.FILE, "sittings.txt");

  private final Path file;
  private final BiConsumer<Result, Path> page;

  private Unpacking(Path file, BiConsumer<Result, Path> page) {
    this.file = file;
    this.page = page;
  }

  /**
   * A run that came out of a bundle.
   *
   * @param id its name
   * @param taken whether the store had none, or a damaged one, and took it
   * @param differing files of the store's that are not those of the bundle
   */
  public record Unpacked(String id, boolean taken, List<String> differing) {}

  /**
   * Takes a run into the store.
   *
   * @param page writes the page of a result into a folder
   * @throws PlanException if it is no bundle, or one that was altered
   * @throws RunException if the store cannot be written
   */
  public static Unpacked into(RunStore store, Path file, BiConsumer<Result, Path> page) {
    if (!Files.isRegularFile(file)) {
      throw new PlanException("No file " + file + " to bring a run from.");
    }
    Path folder = store.workplace();
    try {
      Manifest manifest = new Unpacking(file, page).unpack(folder);
      String id = ResultFiles.record(folder).id();
      boolean taken = store.adopt(id, folder);
      List<String> differing =
          taken ? List.of() : differing(manifest, store.finished(id).orElseThrow());
      return new Unpacked(id, taken, differing);
    } finally {
      store.clear(folder);
    }
  }

  private static List<String> differing(Manifest manifest, Path there) {
    return manifest.hashes().entrySet().stream()
        .filter(each -> KEPT.contains(each.getKey()))
        .filter(each -> Files.exists(there.resolve(each.getKey())))
        .filter(each -> !hash(there.resolve(each.getKey())).equals(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private Manifest unpack(Path folder) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, ZipEntry> entries = entries(zip);
      ZipEntry listed = entries.remove(Manifest.FILE);
      if (listed == null) {
        throw refused("it has no MANIFEST", null);
      }
      Manifest manifest = manifest(zip, listed);
      manifest.requireNames(entries.keySet());
      for (ZipEntry entry : entries.values()) {
        if (SMALL.contains(entry.getName()) && entry.getSize() > Bounds.SMALL) {
          throw refused("its file " + entry.getName() + " is absurdly long", null);
        }
        unpack(zip, entry, folder, manifest);
      }
      prove(folder);
      return manifest;
    } catch (ZipException e) {
      throw refused("it is no whole zip (" + e.getMessage() + ")", e);
    } catch (IOException | IllegalArgumentException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private Map<String, ZipEntry> entries(ZipFile zip) throws IOException {
    if (zip.size() > MOST_FILES) {
      throw refused("it has " + zip.size() + " files, and " + MOST_FILES + " are the most", null);
    }
    Map<String, ZipEntry> entries = new HashMap<>();
    long bytes = 0;
    for (ZipEntry entry : zip.stream().toList()) {
      if (!Manifest.NAME.matcher(entry.getName()).matches()) {
        throw refused("a file in it is called " + shown(entry.getName()), null);
      }
      if (entries.put(entry.getName(), entry) != null) {
        throw refused("it has two files called " + entry.getName(), null);
      }
      bytes += Math.max(0, entry.getSize());
      if (bytes < 0 || bytes > Math.min(MOST_BYTES, GROWTH * Files.size(file))) {
        throw refused("it says that it unpacks to an absurd size", null);
      }
    }
    return entries;
  }

  /** A name without what a terminal would obey. */
  private static String shown(String name) {
    return '"' + name.replaceAll("[^\\p{Graph} ]", "?") + '"';
  }

  /** A file of the zip, which must not be longer than the zip says. */
  private static InputStream bounded(ZipFile zip, ZipEntry entry) throws IOException {
    return Bounds.stream(
        zip.getInputStream(entry),
        entry.getSize(),
        () -> new ZipException("a file in it is longer than it says"));
  }

  private static Manifest manifest(ZipFile zip, ZipEntry entry) throws IOException {
    if (entry.getSize() > LONGEST_MANIFEST) {
      throw new IOException("its MANIFEST is too long");
    }
    try (InputStream in = bounded(zip, entry)) {
      return Manifest.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path folder, Manifest manifest)
      throws IOException {
    String name = entry.getName();
    String[] hash = new String[1];
    try (InputStream in = bounded(zip, entry)) {
      if (KEPT.contains(name)) {
        AtomicFiles.write(folder.resolve(name), out -> hash[0] = Sha256.copy(in, out));
      } else {
        hash[0] = Sha256.copy(in, OutputStream.nullOutputStream());
      }
    } catch (RunException e) {
      // A zip that cannot be read is the bundle's fault; a disk that cannot be written is not.
      if (e.getCause() instanceof ZipException || e.getCause() instanceof EOFException) {
        throw new IOException("its file " + name + " is damaged: " + e.getCause().getMessage(), e);
      }
      throw e;
    }
    if (!manifest.hashes().get(name).equals(hash[0])) {
      throw new IOException("its file " + name + " was altered: the SHA-256 is another");
    }
  }

  /** What the hashes cannot say: that this is a result, and that of the run it claims to be. */
  private void prove(Path folder) throws IOException {
    try {
      RunRecord record = ResultFiles.record(folder);
      Experiment experiment = Experiment.read(record.description());
      if (!Description.read(folder).equals(record.description())) {
        throw new IOException("description.txt is not what run.json says was asked");
      }
      Optional<String> problem = ResultFiles.problem(record.id(), folder);
      if (problem.isPresent()) {
        throw new RunException(problem.get());
      }
      Result result = ResultFiles.read(experiment, folder);
      Captured captured = CaptureFile.read(folder);
      Consistency.require(result, captured);
      PairCheck.require(result, captured, folder);
      page.accept(result, folder);
    } catch (RuntimeException damaged) {
      // What a run of the store is told of itself, with advice for it, wraps what is wrong.
      Throwable why = damaged.getCause() instanceof RuntimeException inner ? inner : damaged;
      String said = String.valueOf(why.getMessage()).replace(folder + "/", "");
      throw new IOException("it holds no result that reads: " + said, damaged);
    }
  }

  private PlanException refused(String why, Exception cause) {
    return new PlanException(
        "Nothing is taken from "
            + file
            + ": "
            + (why == null ? "it is damaged" : why.replaceAll("\\.$", ""))
            + ".\n  ask for it again: affinity export RUN --bundle FILE.zip writes one",
        cause);
  }
}
