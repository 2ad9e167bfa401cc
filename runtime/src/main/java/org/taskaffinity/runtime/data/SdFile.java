package org.taskaffinity.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.runtime.chem.Molfile;

/**
 * Reads an SD file or a molfile (V2000, V3000): each record is a row, its structure a SMILES in the
 * column {@code smiles}, each of its data fields a column, its first line the column {@code title}.
 */
final class SdFile {
  private static final String SMILES = "smiles";
  private static final String TITLE = "title";
  private static final Pattern FIELD = Pattern.compile(">.*<([^<>]+)>.*");
  private static final int SHOWN = 3;

  /**
   * One record.
   *
   * @param molfile the structure's lines
   * @param fields by name
   */
  private record Entry(String molfile, Map<String, String> fields) {}

  private SdFile() {}

  /**
   * @param notes is told of structures that cannot be read: their rows have no SMILES
   */
  static Grid read(String where, byte[] bytes, List<String> notes) {
    List<Entry> entries = entries(text(bytes));
    Set<String> names = new LinkedHashSet<>(List.of(SMILES));
    entries.forEach(e -> names.addAll(e.fields().keySet()));
    List<String> header = List.copyOf(names);
    List<String[]> rows = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Entry entry : entries) {
      Molfile.Read read = Molfile.read(entry.molfile());
      if (!read.problem().isEmpty()) {
        broken.add("record " + (rows.size() + 1) + " (" + read.problem() + ")");
      }
      rows.add(
          header.stream()
              .map(n -> n.equals(SMILES) ? read.smiles() : entry.fields().getOrDefault(n, ""))
              .toArray(String[]::new));
    }
    if (!broken.isEmpty()) {
      notes.add(
          broken.size()
              + " of "
              + rows.size()
              + " structures of the SD file cannot be read: "
              + String.join(", ", broken.subList(0, Math.min(SHOWN, broken.size())))
              + (broken.size() > SHOWN ? ", …" : ""));
    }
    return new Grid(
        where,
        header.stream().map(Blank::name).toList(),
        rows,
        RowPlaces.counted("record", rows.size()));
  }

  private static String text(byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    String text =
        utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static List<Entry> entries(String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    text.lines()
        .forEach(
            line -> {
              if (line.startsWith("$$$$")) {
                entries.add(entry(lines));
                lines.clear();
              } else {
                lines.add(line);
              }
            });
    if (lines.stream().anyMatch(l -> !l.isBlank())) {
      entries.add(entry(lines));
    }
    return entries;
  }

  private static Entry entry(List<String> lines) {
    int data = 0;
    while (data < lines.size() && !lines.get(data).startsWith(">")) {
      data++;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    if (!lines.isEmpty() && !Blank.all(lines.get(0))) {
      fields.put(TITLE, Blank.strip(lines.get(0)));
    }
    String name = "";
    for (String line : lines.subList(data, lines.size())) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        name = column(field.group(1));
        fields.put(name, "");
      } else if (line.isBlank()) {
        name = "";
      } else if (!name.isEmpty()) {
        fields.merge(name, Blank.strip(line), (a, b) -> (a + " " + b).strip());
      }
    }
    return new Entry(String.join("\n", lines.subList(0, data)) + "\n", fields);
  }

  /** A field is not taken for the structure or the title by its name. */
  private static String column(String field) {
    String name = Blank.name(field);
    return name.equals(SMILES) || name.equals(TITLE) ? name + " (field)" : name;
  }
}
