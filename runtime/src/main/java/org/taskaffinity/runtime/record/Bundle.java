package org.taskaffinity.runtime.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Sha256;

/**
 * A finished run as one zip: every file of its folder, the description and the hashes of its data
 * as plain text, and a {@link Manifest}.
 *
 * <p>Entries are stored, not deflated, in the order of their names and without a date: the same
 * folder gives the same bytes on every machine.
 */
public final class Bundle {
  private static final String DATA = "data.sha256";

  /** Opens what an entry holds, as often as it is asked. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private Bundle() {}

  /**
   * Writes a bundle; the file appears whole or not at all.
   *
   * @param folder of a finished run
   * @throws RunException if the run is damaged, or the file cannot be written
   */
  public static void write(Path folder, Path file) {
    Map<String, Source> sources = sources(folder);
    Manifest manifest = manifest(folder, sources);
    AtomicFiles.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          store(zip, Manifest.FILE, text(manifest.text()));
          for (Map.Entry<String, Source> each : sources.entrySet()) {
            store(zip, each.getKey(), each.getValue());
          }
          zip.finish();
        });
  }

  private static Map<String, Source> sources(Path folder) {
    RunRecord record = whole(folder);
    Map<String, Source> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> bundled(file.getFileName().toString()))
          .forEach(
              file -> sources.put(file.getFileName().toString(), () -> Files.newInputStream(file)));
    } catch (IOException e) {
      throw new RunException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
    sources.put(Description.FILE, text(record.description() + "\n"));
    sources.put(DATA, text(dataHashes(record)));
    return sources;
  }

  /** Refuses a damaged run: what is sent around should be a result. */
  private static RunRecord whole(Path folder) {
    try {
      RunRecord record = ResultFiles.record(folder);
      ResultFiles.look(record.id(), folder);
      return record;
    } catch (RuntimeException damaged) {
      throw ResultFiles.damaged(folder, damaged);
    }
  }

  /** All but what a crash may have left: hidden files, and checkpoints. */
  private static boolean bundled(String name) {
    return Manifest.NAME.matcher(name).matches()
        && !name.startsWith("checkpoint.")
        && !name.equals(Manifest.FILE);
  }

  private static String dataHashes(RunRecord record) {
    return record.data().entrySet().stream()
        .map(each -> each.getValue() + "  " + each.getKey() + "\n")
        .collect(Collectors.joining());
  }

  private static Manifest manifest(Path folder, Map<String, Source> sources) {
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Source> each : sources.entrySet()) {
      try (InputStream in = each.getValue().open()) {
        hashes.put(each.getKey(), Sha256.copy(in, OutputStream.nullOutputStream()));
      } catch (IOException e) {
        throw new RunException(
            "Cannot read " + folder.resolve(each.getKey()) + ": " + e.getMessage(), e);
      }
    }
    return new Manifest(hashes);
  }

  private static Source text(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void store(ZipOutputStream zip, String name, Source source) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(Npz.NO_TIME);
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(source.open(), sum)) {
      entry.setSize(in.transferTo(OutputStream.nullOutputStream()));
    }
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    try (InputStream in = source.open()) {
      in.transferTo(zip);
    }
    zip.closeEntry();
  }
}
