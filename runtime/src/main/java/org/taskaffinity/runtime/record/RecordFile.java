package org.taskaffinity.runtime.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Bounds;
import org.taskaffinity.runtime.files.Sha256;
import org.taskaffinity.runtime.stats.PairPrecision;

/**
 * {@code run.json}: the record of a run, the SHA-256 of each file of the result, and the SHA-256 of
 * itself, for which its own hash is taken as 64 zeros. Runs of earlier versions have no hashes.
 */
final class RecordFile {
  static final String NAME = "run.json";

  private static final String ZEROS = "0".repeat(64);
  private static final Pattern OWN_HASH =
      Pattern.compile("\"sha256\" : \"([0-9a-f]{64})\"\\s*}\\s*$");

  private RecordFile() {}

  /**
   * What else stands in the file.
   *
   * @param files SHA-256 by name; null in a run of an earlier version
   */
  private record Hashes(Map<String, String> files) {}

  /**
   * By which method the table of pairs was computed.
   *
   * @param precision {@link PairPrecision#METHOD}; null in a run of an earlier version, which is 1
   */
  private record Method(Integer precision) {}

  /** Writes the record, and the hashes of files that lie in the folder. */
  static void write(RunRecord record, List<String> files, Path folder) {
    ObjectNode tree = Json.tree(record);
    tree.put("precision", PairPrecision.METHOD);
    ObjectNode hashes = tree.putObject("files");
    files.forEach(name -> hashes.put(name, hash(folder.resolve(name))));
    tree.put("sha256", ZEROS);
    String text = Json.text(tree);
    int at = text.lastIndexOf(ZEROS);
    AtomicFiles.write(
        folder.resolve(NAME), text.substring(0, at) + Sha256.of(text) + text.substring(at + 64));
  }

  /**
   * The record in a folder.
   *
   * @throws RunException if it cannot be read, was altered, or its id is not that of what was asked
   */
  static RunRecord read(Path folder) {
    Path file = folder.resolve(NAME);
    requireUnaltered(file);
    RunRecord record = Json.read(file, RunRecord.class, Bounds.SMALL);
    requireParts(record);
    String numerics = record.versions().getOrDefault("numerics", "");
    if (!RunId.of(record.description(), record.data(), numerics).equals(record.id())) {
      throw new RunException("the id in run.json is not that of its description and data");
    }
    return record;
  }

  private static void requireParts(RunRecord record) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("id", record.id());
    parts.put("description", record.description());
    parts.put("device", record.device());
    parts.put("started", record.started());
    parts.put("parameters", record.parameters());
    parts.forEach(
        (name, part) -> {
          if (part == null) {
            throw new RunException("run.json lacks \"" + name + '"');
          }
        });
    requireSense(record);
  }

  private static void requireSense(RunRecord record) {
    try {
      Instant.parse(record.started());
    } catch (DateTimeParseException e) {
      throw new RunException("\"started\" in run.json is no time");
    }
    if (record.seconds() < 0
        || record.threads() < 1
        || record.epochs() < 0
        || record.steps() < 0
        || record.captures() < 0) {
      throw new RunException("run.json holds a negative time or count");
    }
  }

  /** Whether the precision of a run's affinities was computed as it is now. */
  static boolean sameMethod(Path folder) {
    Integer method = Json.read(folder.resolve(NAME), Method.class, Bounds.SMALL).precision();
    return (method == null ? 1 : method) == PairPrecision.METHOD;
  }

  private static void requireUnaltered(Path file) {
    String text = Json.text(file, Bounds.SMALL);
    Matcher own = OWN_HASH.matcher(text);
    if (own.find()) {
      String zeroed = text.substring(0, own.start(1)) + ZEROS + text.substring(own.end(1));
      if (!Sha256.of(zeroed).equals(own.group(1))) {
        throw new RunException("run.json was altered: its SHA-256 is another");
      }
    }
  }

  /**
   * What a folder's files do not hold of what the record says; empty where all are as they were
   * written, or the run is of an earlier version.
   *
   * @param wanted names of the files to look at, if the record knows them
   */
  static Optional<String> altered(Path folder, List<String> wanted) {
    Map<String, String> known = Json.read(folder.resolve(NAME), Hashes.class, Bounds.SMALL).files();
    if (known == null) {
      return Optional.empty();
    }
    TreeMap<String, String> looked = new TreeMap<>(known);
    looked.keySet().retainAll(wanted);
    return looked.entrySet().stream()
        .filter(each -> !hash(folder.resolve(each.getKey())).equals(each.getValue()))
        .map(each -> each.getKey() + " was altered: its SHA-256 is not that in run.json")
        .findFirst();
  }

  private static String hash(Path file) {
    try {
      return Files.exists(file) ? Sha256.of(file) : "";
    } catch (IOException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
