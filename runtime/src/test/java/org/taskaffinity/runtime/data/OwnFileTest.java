package org.taskaffinity.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.testing.Golden;

/** What a user's file is, whatever it is called. */
class OwnFileTest {
  private static final String TEXT =
      Wild.rows("smiles,IC50 (\u00b5M),A", i -> "," + i + ".5," + i % 2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "X-UTF-32LE-BOM",
        "X-UTF-32BE-BOM",
        "x-UTF-16LE-BOM"
      })
  void wideTextIsReadAndNoted(String charset) {
    Table table = read("mine.csv", TEXT.getBytes(Charset.forName(charset)));
    expectTable(table);
    assertTrue(Wild.notes(table).contains("the file is text in UTF-"), Wild.notes(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=,\n", "\ufeffsep=,\r\n", "\"sep=,\"\n", "# exported by a LIMS, 2024\n# units: uM\n",
        "#\n", "# a, b, c\n\n", "sep=,\n# a comment\n", "\ufeff# a comment\n"
      })
  void linesAboveTheHeaderArePassedOver(String above) {
    Table table = read("mine.csv", (above + TEXT).getBytes(UTF_8));
    expectTable(table);
    assertTrue(Wild.notes(table).contains("line"), Wild.notes(table));
  }

  @Test
  void aHeaderBehindAMarkOfCommentsIsAHeader() {
    expectTable(read("mine.csv", ("# made by hand\n# " + TEXT).getBytes(UTF_8)));
    expectTable(read("mine.csv", ("#" + TEXT).getBytes(UTF_8)));
    Table own = new Wild(folder).read("#RO5,smiles,A\n0,CCO,1\n1,CCN,0\n");
    assertEquals(List.of("CCO", "CCN"), own.smiles());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "|", "\t", " "})
  void separatorsAreFoundInTheHeader(String separator) {
    String text =
        Wild.rows("smiles,A,B", i -> "," + i % 2 + "," + i % 3 / 2).replace(",", separator);
    Table table = read("mine.txt", text.getBytes(UTF_8));
    assertEquals(List.of("A", "B"), Wild.tasks(table));
    assertEquals(Wild.MOLECULES, table.smiles());
    expectTable(
        read(
            "mine.csv",
            ("sep=" + separator + "\n" + TEXT.replace(",", separator).replace("IC50 (", "IC50("))
                .getBytes(UTF_8)),
        separator);
  }

  @Test
  void blanksAroundQuotesAreIgnored() {
    String text =
        Wild.rows(
            "\"smiles\", \"tox, a\" ,\t\"tox b\"", i -> " , \"" + i % 2 + "\", \"0." + i + "\"");
    Table table = read("mine.csv", text.getBytes(UTF_8));
    assertEquals(List.of("tox, a", "tox b"), Wild.tasks(table));
    assertEquals(1, table.labels()[0][1]);
  }

  @Test
  void emptyColumnsAndRowsOfASpreadsheetAreIgnored() {
    String text = Wild.rows("smiles,A,B,,", i -> "," + i % 2 + "," + i + ".5,,") + ",,,,\n , ,,,\n";
    Table table = read("mine.csv", text.getBytes(UTF_8));
    assertEquals(12, table.size());
    assertEquals(List.of("A", "B"), Wild.tasks(table));
    Table longer = read("mine.csv", Wild.rows("smiles,A", i -> "," + i % 2 + ",").getBytes(UTF_8));
    assertEquals(List.of("A"), Wild.tasks(longer));
  }

  @Test
  void aZipWithOneTableIsRead() {
    byte[] table = TEXT.getBytes(UTF_8);
    expectTable(read("mine.zip", zip(Map.of("folder/t.csv", table))));
    Map<String, byte[]> more = new LinkedHashMap<>();
    more.put("__MACOSX/._t.csv", new byte[] {0});
    more.put("t.csv", table);
    more.put("README.md", "text".getBytes(UTF_8));
    Table read = read("mine.csv.zip", zip(more));
    expectTable(read);
    assertTrue(Wild.notes(read).contains("read from \"t.csv\" in the .zip"), Wild.notes(read));
    more.put("other.csv", table);
    String refused = new Wild(folder).refused("mine.zip", zip(more));
    assertTrue(
        refused.contains("several tables") && refused.contains(".sheet(\"t.csv\")"), refused);
    expectTable(new Wild(folder).with(d -> d.sheet("other.csv")).read("mine.zip", zip(more)));
  }

  @Test
  void theNameDoesNotDecide() {
    expectTable(read("mine.xlsx", TEXT.getBytes(UTF_8)));
    expectTable(read("mine.csv", gzip(TEXT.getBytes(UTF_8))));
    expectTable(read("mine.tsv", TEXT.getBytes(UTF_8)));
  }

  @Test
  void whatCannotBeReadIsNamedWithTheRemedy() {
    Messages messages = new Messages(folder);
    add(messages, "m.xls", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1rest"));
    add(messages, "m.parquet", bytes("PAR1\u0001\u0002PAR1"));
    add(messages, "m.feather", bytes("ARROW1\u0000\u0000rest"));
    add(messages, "m.npy", bytes("\u0093NUMPY\u0001\u0000"));
    add(messages, "m.npz", zip(Map.of("a.npy", bytes("\u0093NUMPY"))));
    add(messages, "m.h5", bytes("\u0089HDF\r\n\u001a\n"));
    add(messages, "m.pkl", bytes("\u0080\u0004\u0095rest"));
    add(messages, "m.csv.bz2", bytes("BZh91AY"));
    add(messages, "m.csv.xz", bytes("\u00fd7zXZ\u0000"));
    add(messages, "m.ods", zip(Map.of("content.xml", bytes("<x/>"))));
    add(messages, "m.html", bytes("\n<!DOCTYPE html>\n<html><body>Sign in</body></html>"));
    add(messages, "m.json", bytes("[{\"smiles\": \"C\", \"A\": 1}]"));
    add(messages, "m.xml", bytes("<?xml version=\"1.0\"?><table/>"));
    add(messages, "m.csv", bytes("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"));
    add(messages, "m.pdf", bytes("%PDF-1.7 rest"));
    add(messages, "m.mol2", bytes("# a comment\n@<TRIPOS>MOLECULE\nx\n"));
    add(messages, "latin1.csv", "smiles,IC50 (\u00b5M)\nC,1\n".getBytes(ISO_8859_1));
    add(
        messages,
        "cp1252.csv",
        "smiles,A\nC,1\nCC,5\u20ac\n".getBytes(Charset.forName("windows-1252")));
    add(messages, "binary.csv", bytes("smiles,A\nC,\u0000\u0001\u0002\n"));
    Golden.check("data/file-kinds.txt", messages.toString());
  }

  private void add(Messages messages, String name, byte[] bytes) {
    messages.add(name, new Wild(folder).refused(name, bytes));
  }

  private void expectTable(Table table) {
    expectTable(table, ",");
  }

  private void expectTable(Table table, String separator) {
    assertEquals(Wild.MOLECULES, table.smiles());
    assertEquals(2, table.tasks().size(), separator);
    assertTrue(table.tasks().get(0).name().matches("IC50 ?\\(\u00b5M\\)"), separator);
    assertEquals(3.5, table.labels()[0][3]);
  }

  private Table read(String name, byte[] bytes) {
    return new Wild(folder).read(name, bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
