package org.taskaffinity.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;

/** Looks into a .zip for the table it holds. */
final class ZippedTable {
  /**
   * A file in it.
   *
   * @param bytes decompressed
   */
  record Entry(String name, byte[] bytes) {}

  private static final String TABLE = "(?i).*\\.(csv|tsv|tab|txt|smi|xlsx|sdf|sd|mol)";

  private ZippedTable() {}

  /** Whether it is an Excel workbook (.xlsx, .xlsm), which is a .zip of XML. */
  static boolean workbook(byte[] bytes) {
    try {
      List<String> names = names(bytes);
      return names.contains("xl/workbook.xml") || names.contains("/xl/workbook.xml");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The one table in it.
   *
   * @param asked its name; empty to look for it
   * @throws PlanException if there is none, or there are several
   */
  static Entry only(String where, byte[] bytes, String asked) {
    try {
      List<String> names = names(bytes).stream().filter(ZippedTable::content).toList();
      refuseOthers(where, names);
      List<String> tables = names.stream().filter(n -> n.matches(TABLE)).toList();
      List<String> candidates = tables.isEmpty() && names.size() == 1 ? names : tables;
      if (!asked.isEmpty()) {
        candidates = candidates.stream().filter(n -> n.equals(asked)).toList();
      }
      if (candidates.size() != 1) {
        throw FileKind.refused(
            where,
            "a .zip with " + (candidates.isEmpty() ? "no such table" : "several tables") + " in it",
            "it holds: "
                + (names.isEmpty() ? "nothing" : ByReason.listed(names))
                + (names.isEmpty()
                    ? ""
                    : "\n  unpack it, or name one: " + Remedy.sheet(names.get(0))));
      }
      return new Entry(candidates.get(0), bytes(bytes, candidates.get(0)));
    } catch (IOException e) {
      throw new PlanException(
          "The file "
              + where
              + " is a .zip that cannot be unpacked: "
              + e.getMessage()
              + ".\n  unpack it yourself; a password cannot be given here",
          e);
    }
  }

  private static void refuseOthers(String where, List<String> names) {
    Map<String, String[]> kinds = new LinkedHashMap<>();
    kinds.put(
        "xl/workbook.bin",
        new String[] {
          "an Excel workbook in binary form (.xlsb)", "save it as .xlsx or CSV (UTF-8)"
        });
    kinds.put(
        "content.xml", new String[] {"an OpenDocument file", "save it as .xlsx or as CSV (UTF-8)"});
    kinds.put(
        "word/document.xml", new String[] {"a Word document", "copy the table into a CSV file"});
    kinds.forEach(
        (name, said) -> {
          if (names.contains(name)) {
            throw FileKind.refused(where, said[0], said[1]);
          }
        });
    if (!names.isEmpty() && names.stream().allMatch(n -> n.endsWith(".npy"))) {
      throw FileKind.refused(
          where,
          "a NumPy archive (.npz)",
          "write its arrays as one CSV file with a first line that names the columns");
    }
  }

  private static boolean content(String name) {
    return !name.endsWith("/") && !name.startsWith("__MACOSX/") && !name.matches("(.*/)?\\..*");
  }

  private static List<String> names(byte[] bytes) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        names.add(e.getName());
      }
    }
    return names;
  }

  private static byte[] bytes(byte[] bytes, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException(name + " is gone");
  }
}
