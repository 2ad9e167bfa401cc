package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.taskaffinity.runtime.files.Sha256;

/** The entries of a bundle, taken apart, changed as an attacker would, and put together again. */
final class Entries {
  private Entries() {}

  static Map<String, byte[]> of(Path bundle) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** The bundle with other entries in it, beside it. */
  static Path altered(Path bundle, Consumer<Map<String, byte[]>> how) throws IOException {
    Map<String, byte[]> entries = of(bundle);
    how.accept(entries);
    Path file = bundle.resolveSibling("altered.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** As runs once were, without hashes and without the method of their precision. */
  static Map<String, byte[]> old(Map<String, byte[]> entries, String more) {
    String json = text(entries, "run.json");
    entries.put("run.json", utf8(json.replaceAll("(?s),\\s*\"precision\" : .*", more + "\n}\n")));
    return entries;
  }

  static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  /** As an attacker would: with a manifest that fits. */
  static void signed(Map<String, byte[]> entries) {
    Map<String, String> hashes = new LinkedHashMap<>();
    entries.forEach(
        (name, bytes) -> {
          if (!name.equals("MANIFEST")) {
            try {
              hashes.put(
                  name,
                  Sha256.copy(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()));
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        });
    entries.put("MANIFEST", utf8(new Manifest(hashes).text()));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void changed(Map<String, byte[]> entries, String name, String one, String other) {
    String text = new String(entries.get(name), StandardCharsets.UTF_8);
    assertTrue(text.contains(one), text);
    entries.put(name, utf8(text.replace(one, other)));
    signed(entries);
  }

  static void signedWith(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, utf8(text));
    signed(entries);
  }

  static void signedWithout(Map<String, byte[]> entries, String name) {
    entries.remove(name);
    signed(entries);
  }
}
