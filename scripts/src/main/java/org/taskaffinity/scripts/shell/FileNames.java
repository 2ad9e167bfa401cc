package org.taskaffinity.scripts.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files below the working folder, for names that are being written. */
public final class FileNames {
  private static final Pattern CELL =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\\t]*))[,\\t]?");
  private static final int LONGEST_HEADER = 1 << 20;

  private FileNames() {}

  /** Files and folders (with a slash) whose names begin so; hidden ones where a dot is written. */
  public static List<Candidate> of(String prefix, Predicate<Path> wanted) {
    int slash = Math.max(prefix.lastIndexOf('/'), prefix.lastIndexOf('\\'));
    String folder = prefix.substring(0, slash + 1);
    String start = prefix.substring(slash + 1);
    try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return files
          .filter(f -> Files.isDirectory(f) || wanted.test(f))
          .map(f -> f.getFileName() + (Files.isDirectory(f) ? "/" : ""))
          .filter(
              name -> name.startsWith(start) && (start.startsWith(".") || !name.startsWith(".")))
          .sorted()
          .map(name -> Candidate.plain(folder + name, Candidate.Kind.FILE, ""))
          .toList();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return List.of(); // nothing to offer where nothing can be looked at
    }
  }

  /** Whether a file may be a table. */
  static boolean table(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(csv|tsv|tab|txt)(\\.gz)?");
  }

  /** The names in a table's first line; none if it cannot be read. */
  static List<String> columns(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return cells(line(reader));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
      line.append((char) c);
      if (line.length() > LONGEST_HEADER) {
        return "";
      }
    }
    return line.toString().replaceFirst("^\uFEFF", "");
  }

  private static List<String> cells(String line) {
    List<String> out = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    while (cell.find() && cell.end() > cell.start()) {
      out.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
    }
    return out.stream().filter(name -> !name.isBlank()).distinct().toList();
  }
}
