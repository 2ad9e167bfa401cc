package org.taskaffinity.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Reading;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.figure.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** {@code affinity overlap mine.csv --out DIR}: its page and its tables. */
class AuditPageTest {
  @TempDir Path folder;

  /** 200 rows: A on the first 150, B on the last 100 (50 shared), C on the first 140. */
  private Audit audit(Path page) throws IOException {
    StringBuilder csv = new StringBuilder("x,\"A, \"\"a\"\"\",B,C\n");
    for (int r = 0; r < 200; r++) {
      String a = r < 150 ? String.valueOf(r % 2) : "";
      String b = r >= 100 ? String.valueOf(r % 3 == 0 ? 1 : 0) : "";
      String c = r < 140 ? String.valueOf(r % 2) : "";
      csv.append(r)
          .append(".5,")
          .append(a)
          .append(',')
          .append(b)
          .append(',')
          .append(c)
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("mine.csv"), csv);
    try (Runner runner = Runner.open(Settings.settings().out(folder.resolve("out")))) {
      Audit audit = runner.audit(Mtl.dataset("mine", file.toString()).features("x")).get(0);
      assertEquals(page.resolve("overlap.html"), runner.report(audit, page));
      return audit;
    }
  }

  private static List<String> row(Document page, String first, String second) {
    return Xml.all(page, "tr").stream()
        .map(tr -> Stream.concat(texts(tr, "th"), texts(tr, "td")).toList())
        .filter(cells -> cells.get(0).equals(first) && cells.get(1).equals(second))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> texts(Element row, String tag) {
    var cells = row.getElementsByTagName(tag);
    return IntStream.range(0, cells.getLength()).mapToObj(i -> cells.item(i).getTextContent());
  }

  /**
   * By hand: A and C share 140 of 150, E = 1. A and B share 50 of 200 (J = .25), and 125 shared
   * molecules are wanted, of which 80 % train: 75 more. B and C share 40 of 200: 85 more.
   */
  @Test
  void thePageHasEveryPairWithWhatItLacks() throws IOException {
    Path out = folder.resolve("made/new");
    audit(out);
    Document page = Xml.parsed(Files.readString(out.resolve("overlap.html")));
    String a = "A, \"a\"";
    assertEquals(
        List.of(a, "C", "140", "0.933", "1.000", "1.000", "enough", "0"), row(page, a, "C"));
    List<String> ab = row(page, a, "B");
    assertEquals(List.of("50", "0.250", "0.500"), ab.subList(2, 5));
    assertEquals(List.of("too little overlap", "75"), ab.subList(6, 8));
    assertEquals("85", row(page, "B", "C").get(7));
    String verdict = Xml.texts(page, "p").get(1);
    assertTrue(verdict.startsWith("1 of 3 pairs has enough overlap to be read; 0 are doubtful, 2"));
    assertTrue(verdict.contains("75 more molecules for both " + a + " and B"), verdict);
    String text = page.getDocumentElement().getTextContent();
    assertTrue(text.contains("arXiv 2604.07848 claims"));
    assertTrue(text.contains("a claim under test, not a fact"));
    assertEquals(3, Xml.all(page, "svg").size(), "Jaccard, share of the smaller, E");
    assertTrue(text.contains("pale: too little overlap"));
  }

  @Test
  void theTablesAreCsvFilesBesideIt() throws IOException {
    Path out = folder.resolve("audit");
    audit(out);
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of(
              "columns.csv",
              "labels.csv",
              "of-smaller.csv",
              "overlap.csv",
              "overlap.html",
              "pairs.csv",
              "shared.csv",
              "tasks.csv"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
    assertEquals(
        "task,\"A, \"\"a\"\"\",B,C\n\"A, \"\"a\"\"\",150,50,140\nB,50,100,40\nC,140,40,140\n",
        plain(out.resolve("shared.csv")));
    assertEquals(
        "task,molecules,of_all\n\"A, \"\"a\"\"\",150,0.75\nB,100,0.5\nC,140,0.7\n",
        plain(out.resolve("tasks.csv")));
    String columns = plain(out.resolve("columns.csv"));
    assertTrue(columns.startsWith("column,role,why\n"), columns);
    assertTrue(columns.contains("\n\"A, \"\"a\"\"\",task,classification\n"), columns);
    String pairs = plain(out.resolve("pairs.csv"));
    assertTrue(pairs.startsWith("first,second,shared,jaccard,of_smaller,reading,lacking\n"));
    assertTrue(pairs.contains("\"A, \"\"a\"\"\",B,50,0.25,0.5,too little overlap,75\n"), pairs);
  }

  /** Whole numbers may be written with or without {@code .0}. */
  private static String plain(Path file) throws IOException {
    return Files.readString(file).replace("\r", "").replaceAll("(?<=[0-9])\\.0(?=[,\n])", "");
  }

  @Test
  void measuringWhatIsLackingIsEnough() throws IOException {
    Audit audit = audit(folder.resolve("x"));
    long lacking = audit.lacking(0, 1);
    for (long more : new long[] {lacking - 1, lacking}) {
      double[][] shared = audit.shared().values();
      double[][] jaccard = audit.jaccard().values();
      shared[0][1] += more; // A and B have 100 molecules with one label of the two
      jaccard[0][1] = shared[0][1] / 200;
      Audit then =
          new Audit(
              "then",
              Arrays.asList(150 + (int) more, 100, 140),
              new TaskMatrix(audit.shared().tasks(), shared),
              new TaskMatrix(audit.shared().tasks(), jaccard),
              audit.ofSmaller(),
              audit.ofAll(),
              200,
              List.of());
      boolean enough = then.reading(0, 1) == Reading.READABLE;
      assertEquals(more == lacking, enough, more + " more");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RunException said = assertThrows(RunException.class, () -> audit(file.resolve("x")));
    assertTrue(said.getMessage().startsWith("Cannot write "), said.getMessage());
    assertEquals("", Files.readString(file));
  }

  @Test
  void oneTaskIsNoPair() {
    var one = new TaskMatrix(List.of("A"), new double[][] {{10}});
    Audit audit = new Audit("one", List.of(10), one, one, one, one, 10, List.of("a note"));
    String html = ReportPage.of(audit);
    assertTrue(html.contains("There is one task, and so no pair to compare."));
    assertTrue(html.contains("a note"));
    assertFalse(html.contains(">NaN<"));
  }
}
