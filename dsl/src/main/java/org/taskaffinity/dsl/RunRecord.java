package org.taskaffinity.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was run, so that a number can be traced.
 *
 * @param id SHA-256 of description, data and numerics version: the run's name
 * @param description the printed experiment
 * @param data SHA-256 of the decompressed content of each input, by its name
 * @param versions of the numerics, this project, its libraries and the JVM
 * @param device where tensors lived
 * @param threads threads of the engine
 * @param started when, in ISO 8601
 * @param seconds wall time, of all its sittings
 * @param epochs epochs trained
 * @param steps updates made
 * @param captures captured steps in the window
 * @param parameters parameters of the encoder and of all heads together
 * @param notes what a reader should know of: molecules that did not parse, duplicates, missing
 *     pairs
 */
public record RunRecord(
    String id,
    String description,
    Map<String, String> data,
    Map<String, String> versions,
    String device,
    int threads,
    String started,
    double seconds,
    int epochs,
    long steps,
    int captures,
    Parameters parameters,
    List<String> notes) {
  public RunRecord {
    data = copied(data);
    versions = copied(versions);
    notes = List.copyOf(notes);
  }

  /** In the order they were given, which {@code Map.copyOf} would not keep. */
  private static Map<String, String> copied(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * @param encoder P, shared
   * @param heads of all tasks together
   */
  public record Parameters(long encoder, long heads) {}
}
