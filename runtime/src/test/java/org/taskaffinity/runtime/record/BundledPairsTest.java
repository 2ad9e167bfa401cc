package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.runtime.record.Entries.altered;
import static org.taskaffinity.runtime.record.Entries.changed;
import static org.taskaffinity.runtime.record.Entries.old;
import static org.taskaffinity.runtime.record.Entries.signed;
import static org.taskaffinity.runtime.record.Entries.signedWith;
import static org.taskaffinity.runtime.record.Entries.signedWithout;
import static org.taskaffinity.runtime.record.Entries.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.testing.Golden;

/** Tables of a bundle that follow from its other files. */
class BundledPairsTest {
  @TempDir Path temporary;

  private Path bundle;
  private String id;

  @BeforeEach
  void runAndExport() {
    Result result = Sample.stored(new RunStore(temporary.resolve("from")));
    id = result.record().id();
    bundle = temporary.resolve("bundle.zip");
    Bundle.write(result.folder(), bundle);
  }

  /** Into a store of its own. */
  private boolean taken(String store, Path file) {
    return Unpacking.into(
            new RunStore(temporary.resolve(store)),
            file,
            (result, folder) -> AtomicFiles.write(folder.resolve("report.html"), "<html></html>"))
        .taken();
  }

  private String refused(Consumer<Map<String, byte[]>> how) throws IOException {
    Path file = altered(bundle, entries -> how.accept(old(entries, "")));
    String said =
        assertThrows(PlanException.class, () -> taken("refusing", file), "taken").getMessage();
    assertFalse(Files.exists(temporary.resolve("refusing").resolve(id)), "something stayed");
    return said.replace(temporary.toString(), "~").replace(id, "ID") + "\n\n";
  }

  @Test
  void aTableOfPairsThatWasEditedIsRefused() throws IOException {
    String text = text(Entries.of(bundle), "pairs.csv");
    String[] lines = text.split("\r?\n");
    List<String> header = List.of(lines[0].split(","));
    List<String> first = List.of(lines[1].replace("\"with, comma\"", "second").split(",", -1));
    StringBuilder said = new StringBuilder();
    for (int c = 0; c < header.size(); c++) {
      List<String> edited = new ArrayList<>(first);
      edited.set(c, other(first.get(c)));
      lines[1] = String.join(",", edited).replace("second", "\"with, comma\"");
      String all = String.join("\n", lines) + "\n";
      said.append("# ").append(header.get(c)).append('\n');
      said.append(refused(e -> signedWith(e, "pairs.csv", all)));
    }
    said.append("# a row less\n");
    String less = text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1);
    said.append(refused(e -> signedWith(e, "pairs.csv", less)));
    Golden.check("bundles-pairs.txt", said.toString());
  }

  private static String other(String field) {
    boolean number = field.matches("-?[\\d.E-]+");
    double value = number ? Double.parseDouble(field) : 0;
    return number || field.isEmpty() ? Double.toString(value + 0.25) : "other";
  }

  @Test
  void overlapThatContradictsTheCountsIsRefused() throws IOException {
    StringBuilder said = new StringBuilder();
    said.append(refused(e -> changed(e, "overlap.csv", "0.8181818181818182", "0.5")));
    said.append(refused(e -> changed(e, "counts.csv", "9", "6")));
    String task = "CLASSIFICATION,12,10,4";
    said.append(refused(e -> changed(e, "tasks.csv", task, "CLASSIFICATION,12,11,4")));
    Golden.check("bundles-overlap.txt", said.toString());
  }

  @Test
  void bundlesOfEarlierVersionsAreTaken() throws IOException {
    Path without = altered(bundle, e -> signedWithout(old(e, ""), "pairs.csv"));
    assertTrue(taken("first", without), "no table of pairs, no hashes");
    assertTrue(taken("second", altered(bundle, e -> signed(old(e, "")))), "no hashes");
    Path fewer =
        altered(bundle, e -> signedWith(old(e, ""), "pairs.csv", withoutColumn(e, "reading")));
    assertTrue(taken("third", fewer), "a column less");
  }

  /** What is estimated may differ where the method does, what is counted may not. */
  @Test
  void anotherMethodGivesOtherIntervals() throws IOException {
    Consumer<Map<String, byte[]>> estimated =
        e -> {
          String pairs = text(old(e, ", \"precision\" : 0"), "pairs.csv");
          assertTrue(pairs.contains("captures,,,"), pairs);
          signedWith(e, "pairs.csv", pairs.replace("captures,,,", "captures,0.125,0.25,"));
        };
    assertTrue(taken("first", altered(bundle, estimated)), "p by another method");
    Path counted =
        altered(
            bundle,
            e -> {
              estimated.accept(e);
              changed(e, "pairs.csv", "0.3333333333333333", "0.9");
            });
    String said = assertThrows(PlanException.class, () -> taken("second", counted)).getMessage();
    assertTrue(said.contains("pairs.csv says affinity = 0.9 for plain and with, comma"), said);
    assertEquals(1, said.lines().filter(line -> line.contains("pairs.csv")).count());
  }

  /** The last column of the table of pairs has no commas in it. */
  private static String withoutColumn(Map<String, byte[]> entries, String last) {
    String text = text(entries, "pairs.csv");
    assertTrue(text.lines().findFirst().orElseThrow().endsWith("," + last), text);
    return text.lines()
        .map(line -> line.replaceFirst(",[^,]*$", "\n"))
        .collect(Collectors.joining());
  }
}
