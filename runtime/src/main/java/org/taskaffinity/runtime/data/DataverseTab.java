package org.taskaffinity.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.PlanException;

/**
 * Reads the tables that Dataverse serves as {@code .tab}: one row a line, fields parted by tabs,
 * texts in quotes. A quote within a text is escaped by a backslash, and not doubled as RFC 4180 has
 * it, so that a reader of CSV stumbles over names of compounds that hold one.
 */
final class DataverseTab {
  private DataverseTab() {}

  static boolean named(String path) {
    return path.endsWith(".tab");
  }

  /**
   * @throws PlanException if a row has more or fewer fields than the first line
   */
  static Grid read(String where, Content content) {
    content.requireText(where);
    List<String[]> lines = new ArrayList<>();
    RowPlaces.Builder places = new RowPlaces.Builder();
    int number = 0;
    for (String line : new String(content.bytes(), StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isEmpty()) {
        lines.add(fields(line));
        places.add(number);
      }
    }
    RowPlaces all = places.as("line");
    if (lines.isEmpty()) {
      throw new PlanException("The file " + where + " is empty.\n  fetch the file again");
    }
    for (int r = 0; r < lines.size(); r++) {
      if (lines.get(r).length != lines.get(0).length) {
        throw new PlanException(
            all.starting(r)
                + " of "
                + where
                + " has "
                + lines.get(r).length
                + " fields, the first line has "
                + lines.get(0).length
                + ".\n  fetch the file again");
      }
    }
    return new Grid(
        where, List.of(lines.get(0)), lines.subList(1, lines.size()), all.picked(r -> r > 0));
  }

  private static String[] fields(String line) {
    return Arrays.stream(line.split("\t", -1)).map(DataverseTab::bare).toArray(String[]::new);
  }

  private static String bare(String field) {
    boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
    return quoted ? field.substring(1, field.length() - 1).replace("\\\"", "\"") : field;
  }
}
