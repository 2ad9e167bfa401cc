package org.taskaffinity.runtime.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.PlanException;

/** What a file is that holds no table of text in UTF-8, by its first bytes. */
final class FileKind {
  /**
   * A kind that cannot be read.
   *
   * @param sign whether the first bytes, a letter each, are its own
   * @param what it is, in words
   * @param remedy how to make a table of it; FILE stands for the file
   */
  private record Refused(Predicate<String> sign, String what, String remedy) {}

  private static final int HEAD = 4096;
  private static final String TEXT = "save it as CSV (UTF-8)";

  private static final List<Refused> REFUSED =
      List.of(
          starts(
              "\u00d0\u00cf\u0011\u00e0",
              "an Excel workbook of the old kind (.xls), or one with a password",
              "open it, and save it as .xlsx without a password, or as CSV (UTF-8)"),
          starts("PAR1", "a Parquet file", pandas("read_parquet('FILE')")),
          starts("ARROW1", "an Arrow (Feather) file", pandas("read_feather('FILE')")),
          starts("FEA1", "a Feather file", pandas("read_feather('FILE')")),
          starts("ORC", "an ORC file", pandas("read_orc('FILE')")),
          starts("\u0093NUMPY", "a NumPy array", numpy()),
          starts("\u0089HDF", "an HDF5 file", pandas("read_hdf('FILE')")),
          starts("SQLite format 3", "an SQLite database", "export the table as CSV"),
          matches("\u0080[\u0002-\u0005].*", "a Python pickle", pandas("read_pickle('FILE')")),
          starts("BZh", "compressed by bzip2", "unpack it: bunzip2 FILE"),
          starts("\u00fd7zXZ", "compressed by xz", "unpack it: unxz FILE"),
          starts("\u0028\u00b5\u002f\u00fd", "compressed by Zstandard", "unpack it: unzstd FILE"),
          starts("7z\u00bc\u00af", "a 7z archive", "unpack it"),
          starts("Rar!", "a RAR archive", "unpack it"),
          starts("<stata_dta>", "a Stata file", pandas("read_stata('FILE')")),
          starts("$FL", "an SPSS file", pandas("read_spss('FILE')")),
          matches("(X|A)\n(\\x00{3}.*|[23]\n.*)|RD[AX][23]\n.*", "data of R", r()),
          matches(
              "\\$RDFILE.*|\\$RXN.*",
              "an RD or RXN file of reactions",
              "write a table with a column of SMILES"),
          starts("%PDF", "a PDF document", "copy the table into a CSV file"),
          starts("{\\rtf", "a document in Rich Text Format", TEXT),
          matches("\u0089PNG.*|GIF8.*|\u00ff\u00d8\u00ff.*", "a picture", "choose the table"),
          starts(
              "version https://git-lfs",
              "a pointer of Git LFS, and not the file itself",
              "run: git lfs pull"),
          matches(
              "(?i)\\s*(<!doctype html|<html|<head|<body|<table|<script).*",
              "a web page: the download gave a page in place of the table",
              "download the file itself"),
          matches("\\s*<\\?xml.*|\\s*<[a-zA-Z][^<>]*>\\s*<.*", "an XML document", TEXT),
          matches("\\s*(\\[\\s*)?\\{\\s*(\".*|\\}\\s*|$)", "JSON", pandas("read_json('FILE')")),
          matches("\\s*\\[\\s*[\\[\"\\d].*", "JSON", pandas("read_json('FILE')")),
          matches(
              "(?s)(#[^\n]*\n|\\s)*@<TRIPOS>.*",
              "a MOL2 file",
              "convert it to SDF: obabel FILE -O molecules.sdf"),
          matches(
              "(HEADER|COMPND|ATOM  |HETATM|REMARK).*",
              "a PDB file",
              "write a table with a column of SMILES"));

  private static final Pattern COUNTS =
      Pattern.compile(
          "(?s)(?:\ufeff|\u00ef\u00bb\u00bf)?(?:[^\r\n"
              + "]*\r"
              + "?\n"
              + "){3}[ \\d]{3}[ \\d]{3}[^\r\n"
              + "]*V[23]000.*");

  private static final String RECORD_END = "$$$$";

  private FileKind() {}

  private static Refused starts(String sign, String what, String remedy) {
    return new Refused(head -> head.startsWith(sign), what, remedy);
  }

  private static Refused matches(String sign, String what, String remedy) {
    Pattern pattern = Pattern.compile(sign, Pattern.DOTALL);
    return new Refused(head -> pattern.matcher(head).matches(), what, remedy);
  }

  private static String pandas(String read) {
    return "with pandas: python -c \"import pandas; pandas."
        + read
        + ".to_csv('table.csv', index=False)\"";
  }

  private static String r() {
    return "in R: write.csv(readRDS(\"FILE\"), \"table.csv\", row.names = FALSE)";
  }

  private static String numpy() {
    return "with NumPy: python -c \"import numpy; numpy.savetxt('table.csv', numpy.load('FILE'),"
        + " delimiter=',')\", and a first line that names the columns";
  }

  static boolean zip(byte[] bytes) {
    return head(bytes).startsWith("PK\u0003\u0004") || head(bytes).startsWith("PK\u0005\u0006");
  }

  /** Whether it is an SD file or a molfile: records of a structure and named data. */
  static boolean sdf(byte[] bytes) {
    String head = head(bytes);
    return COUNTS.matcher(head).matches() || head.startsWith(RECORD_END);
  }

  /** UTF-16 or UTF-32 by its byte order mark, or by every other byte being zero. */
  static Optional<Charset> wide(byte[] bytes) {
    String head = head(bytes);
    if (head.startsWith("\u00ff\u00fe\u0000\u0000")
        || head.startsWith("\u0000\u0000\u00fe\u00ff")) {
      return Optional.of(Charset.forName("UTF-32"));
    }
    if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    int even = zeros(head, 0);
    int odd = zeros(head, 1);
    if (head.length() < 8 || even + odd < head.length() / 3) {
      return Optional.empty();
    }
    return even == 0
        ? Optional.of(StandardCharsets.UTF_16LE)
        : odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  private static int zeros(String head, int from) {
    int zeros = 0;
    for (int i = from; i < head.length(); i += 2) {
      zeros += head.charAt(i) == 0 ? 1 : 0;
    }
    return zeros;
  }

  /**
   * @throws PlanException if the bytes are of a kind that holds no table of text, or of text in
   *     another encoding
   */
  static void requireTable(String where, byte[] bytes) {
    String head = head(bytes);
    for (Refused kind : REFUSED) {
      if (kind.sign().test(head)) {
        throw refused(where, kind.what(), kind.remedy());
      }
    }
    Encoding.requireUtf8(where, bytes);
  }

  static PlanException refused(String where, String what, String remedy) {
    return new PlanException(
        "The file " + where + " is " + what + ".\n  " + remedy.replace("FILE", where));
  }

  private static String head(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
  }
}
