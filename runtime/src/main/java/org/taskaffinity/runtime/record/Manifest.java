package org.taskaffinity.runtime.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.PlainText;

/**
 * What a bundle holds: the SHA-256 of each file by its name, as {@code sha256sum -c} reads it.
 *
 * @param hashes by name, in the order of names
 */
record Manifest(Map<String, String> hashes) {
  /** Its name in the bundle. */
  static final String FILE = "MANIFEST";

  /** Plain names: nothing that leads into another folder, is hidden, or is a terminal's escape. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

  private static final int LONGEST = 200;
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (" + NAME + ")");

  Manifest {
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /** Reads what {@link #text} wrote. */
  static Manifest read(String text) {
    Map<String, String> hashes = new TreeMap<>();
    text.lines()
        .forEach(
            line -> {
              Matcher parts = LINE.matcher(line);
              if (!parts.matches() || hashes.put(parts.group(2), parts.group(1)) != null) {
                throw new IllegalArgumentException(
                    "its MANIFEST has a line that is none: " + shown(line));
              }
            });
    return new Manifest(hashes);
  }

  private static String shown(String line) {
    String plain = PlainText.line(line);
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  String text() {
    return hashes.entrySet().stream()
        .map(file -> file.getValue() + "  " + file.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /** Refuses other names than these. */
  void requireNames(java.util.Set<String> found) {
    TreeSet<String> missing = new TreeSet<>(hashes.keySet());
    missing.removeAll(found);
    TreeSet<String> extra = new TreeSet<>(found);
    extra.removeAll(hashes.keySet());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new IllegalArgumentException(
          missing.isEmpty()
              ? "it holds what its MANIFEST does not know: " + String.join(", ", extra)
              : "it lacks " + String.join(", ", missing));
    }
  }
}
