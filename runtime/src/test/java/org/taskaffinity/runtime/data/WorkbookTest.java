package org.taskaffinity.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.regression;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Mtl;

/** Excel workbooks, written by hand: a cell is {@code kind:value}. */
class WorkbookTest {
  @TempDir Path folder;

  @Test
  void numbersTextsDatesTruthsErrorsAndFormulasAreRead() {
    byte[] book =
        book(
            Map.of(
                "Assays",
                table(
                    "smiles,pIC50,toxic,measured,logS,n",
                    i ->
                        "n:5."
                            + i
                            + (i % 2 == 0 ? ",b:1" : ",b:0")
                            + ",d:4500"
                            + i % 10
                            + (i == 4 ? ",e:#N/A" : ",f:-" + i + ".25")
                            + ",n:"
                            + i * 100)));
    Table table = new Wild(folder).read("mine.xlsx", book);
    assertEquals(Wild.MOLECULES, table.smiles());
    assertEquals(
        List.of(regression("pIC50"), classification("toxic"), regression("logS")),
        table.tasks().subList(0, 3));
    assertEquals(5.3, table.labels()[0][3]);
    assertEquals(1, table.labels()[1][2]);
    assertEquals(-3.25, table.labels()[2][3]);
    assertTrue(Double.isNaN(table.labels()[2][4]));
    String notes = Wild.notes(table);
    assertTrue(notes.contains("column \"measured\" is no task: row 2 holds \"2023-03-15"), notes);
    assertTrue(notes.contains("a date"), notes);
    assertTrue(notes.contains("read as not measured: \"#N/A\" in 1 cell"), notes);
  }

  @Test
  void aRowIsNumberedAsInTheSheet() {
    String sheet =
        row("s:Results of plate 7,,")
            + row(",,")
            + row("s:smiles,s:pIC50,s:B")
            + row("s:CCO,n:5,n:1")
            + row(",,")
            + row("s:CCN,s:high,n:0")
            + row("s:CCC,n:5,n:1");
    byte[] book = book(Map.of("Assays", sheet));
    String refused = new Wild(folder).refused("mine.xlsx", book, Mtl.task("pIC50"));
    assertTrue(refused.startsWith("Row 6 of ~/mine.xlsx, column \"pIC50\": \"high\""), refused);
  }

  @Test
  void linesAboveAndMergedCellsOfAHeaderAreUnderstood() {
    String sheet =
        row("s:Results of plate 7")
            + row("s:smiles,s:Kinase A,,s:Kinase B,")
            + row(",s:pIC50,s:active,s:pIC50,s:active")
            + IntStream.range(0, 12)
                .mapToObj(
                    i ->
                        row(
                            "s:"
                                + Wild.MOLECULES.get(i)
                                + ",n:"
                                + i
                                + ".5,n:"
                                + i % 2
                                + ",n:1."
                                + i
                                + ",n:"
                                + i % 3 / 2))
                .collect(Collectors.joining());
    Table table = new Wild(folder).read("mine.xlsx", book(Map.of("Sheet1", sheet)));
    assertEquals(
        List.of("Kinase A pIC50", "Kinase A active", "Kinase B pIC50", "Kinase B active"),
        Wild.tasks(table));
    assertTrue(Wild.notes(table).contains("1 line above the header is passed over"));
    assertTrue(Wild.notes(table).contains("two lines of the header are joined"), Wild.notes(table));
  }

  @Test
  void theSheetWithMoleculesIsReadAndTheOthersNamed() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("Notes", row("s:made by hand"));
    sheets.put("Plates", row("s:plate,s:date") + row("n:1,n:2"));
    sheets.put("Data", table("Canonical SMILES,A", i -> "n:" + i % 2));
    Table table = new Wild(folder).read("mine.xlsx", book(sheets));
    assertEquals(Wild.MOLECULES, table.smiles());
    assertTrue(
        Wild.notes(table).contains("read from sheet \"Data\"; not read: \"Plates\""),
        Wild.notes(table));
  }

  @Test
  void severalSheetsOfMoleculesMustBeNamed() {
    Map<String, String> sheets = new LinkedHashMap<>();
    sheets.put("One", table("smiles,A", i -> "n:" + i % 2));
    sheets.put("Two & more", table("smiles,B", i -> "n:" + i % 3 / 2));
    byte[] book = book(sheets);
    String refused = new Wild(folder).refused("mine.xlsx", book);
    assertTrue(refused.contains("\"One\", \"Two & more\""), refused);
    assertTrue(refused.contains(".sheet(\"One\")"), refused);
    Wild two = new Wild(folder).with(data -> data.sheet("Two & more"));
    assertEquals(List.of("B"), Wild.tasks(two.read("mine.xlsx", book)));
    String unknown = new Wild(folder).with(d -> d.sheet("Tow & more")).refused("mine.xlsx", book);
    assertTrue(unknown.contains("did you mean: Two & more?"), unknown);
    String noBook = new Wild(folder).with(d -> d.sheet("One")).refused("m.csv", "smiles,A\nC,1\n");
    assertTrue(noBook.contains("has no sheet \"One\""), noBook);
  }

  @Test
  void aWorkbookWithoutATableIsRefused() {
    String refused = new Wild(folder).refused("mine.xlsx", book(Map.of("S", row("s:nothing"))));
    assertTrue(refused.contains("an Excel workbook without a table"), refused);
    byte[] cut = book(Map.of("S", table("smiles,A", i -> "n:1")));
    String damaged =
        new Wild(folder).refused("mine.xlsx", java.util.Arrays.copyOf(cut, cut.length / 2));
    assertTrue(damaged.contains("~/mine.xlsx is "), damaged);
  }

  private static String table(String header, java.util.function.IntFunction<String> cells) {
    return row("s:" + header.replace(",", ",s:"))
        + IntStream.range(0, Wild.MOLECULES.size())
            .mapToObj(i -> row("s:" + Wild.MOLECULES.get(i) + "," + cells.apply(i)))
            .collect(Collectors.joining());
  }

  private static String row(String cells) {
    return "<row>"
        + java.util.Arrays.stream(cells.split(",", -1))
            .map(WorkbookTest::cell)
            .collect(Collectors.joining())
        + "</row>";
  }

  private static String cell(String cell) {
    String value = cell.isEmpty() ? "" : cell.substring(2).replace("&", "&amp;");
    return switch (cell.isEmpty() ? ' ' : cell.charAt(0)) {
      case 's' -> "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
      case 'n' -> "<c><v>" + value + "</v></c>";
      case 'b' -> "<c t=\"b\"><v>" + value + "</v></c>";
      case 'd' -> "<c s=\"1\"><v>" + value + "</v></c>";
      case 'e' -> "<c t=\"e\"><v>" + value + "</v></c>";
      case 'f' -> "<c><f>A1*2</f><v>" + value + "</v></c>";
      default -> "<c/>";
    };
  }

  /** Cells and rows get their addresses here: the reader wants them. */
  private static String addressed(String rows) {
    StringBuilder out = new StringBuilder();
    String[] each = rows.split("<row>", -1);
    for (int r = 1; r < each.length; r++) {
      String[] cells = each[r].split("<c(?=[ />])", -1);
      out.append("<row r=\"").append(r).append("\">");
      for (int c = 1; c < cells.length; c++) {
        out.append("<c r=\"").append((char) ('A' + c - 1)).append(r).append('"').append(cells[c]);
      }
    }
    return out.toString();
  }

  private static byte[] book(Map<String, String> sheets) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    StringBuilder tabs = new StringBuilder();
    StringBuilder links = new StringBuilder();
    StringBuilder types = new StringBuilder();
    int n = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      n++;
      tabs.append(
          "<sheet name=\""
              + sheet.getKey().replace("&", "&amp;")
              + "\" sheetId=\""
              + n
              + "\" r:id=\"rId"
              + n
              + "\"/>");
      links.append(
          "<Relationship Id=\"rId"
              + n
              + "\" Type=\""
              + REL
              + "/worksheet\" Target=\"worksheets/sheet"
              + n
              + ".xml\"/>");
      types.append(
          "<Override PartName=\"/xl/worksheets/sheet"
              + n
              + ".xml\" ContentType=\""
              + TYPE
              + "worksheet+xml\"/>");
      parts.put(
          "xl/worksheets/sheet" + n + ".xml",
          xml(
              "<worksheet xmlns=\""
                  + MAIN
                  + "\"><sheetData>"
                  + addressed(sheet.getValue())
                  + "</sheetData></worksheet>"));
    }
    parts.put(
        "[Content_Types].xml",
        xml(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                + " PartName=\"/xl/workbook.xml\" ContentType=\""
                + TYPE
                + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
                + TYPE
                + "styles+xml\"/>"
                + types
                + "</Types>"));
    parts.put(
        "_rels/.rels",
        xml(
            "<Relationships xmlns=\""
                + RELS
                + "\"><Relationship Id=\"rId1\" Type=\""
                + REL
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
    parts.put(
        "xl/workbook.xml",
        xml(
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + REL
                + "\"><sheets>"
                + tabs
                + "</sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        xml(
            "<Relationships xmlns=\""
                + RELS
                + "\">"
                + links
                + "<Relationship Id=\"rId99\" Type=\""
                + REL
                + "/styles\" Target=\"styles.xml\"/></Relationships>"));
    parts.put(
        "xl/styles.xml",
        xml(
            "<styleSheet xmlns=\""
                + MAIN
                + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf"
                + " numFmtId=\"14\"/></cellXfs></styleSheet>"));
    return OwnFileTest.zip(parts);
  }

  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static byte[] xml(String text) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text).getBytes(UTF_8);
  }
}
