package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;

class AuditFilesTest {
  private static final List<String> NAMES =
      List.of("mine-jaccard.csv", "mine-of-all.csv", "mine-of-smaller.csv", "mine-shared.csv");

  @TempDir Path folder;

  private void write() {
    Audit audit = new FakeRunner(Settings.settings()).audit(Mtl.dataset("mine")).get(0);
    AuditFiles.write(audit, folder, new PrintStream(OutputStream.nullOutputStream()));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void namesAreQuotedWhereCsvNeedsIt() {
    TaskMatrix matrix =
        new TaskMatrix(
            List.of("plain, not", "the \"best\"", "two\nlines", "ä b"),
            new double[][] {
              {1, 0.5, Double.NaN, 0},
              {0.5, 1, -0.25, 1e-9},
              {Double.NaN, -0.25, 1, 1e15},
              {0, 1e-9, 1e15, 480}
            });
    // Expected as Python's csv.writer writes the names; an undefined entry is empty.
    assertEquals(
        "task,\"plain, not\",\"the \"\"best\"\"\",\"two\nlines\",ä b\n"
            + "\"plain, not\",1,0.5,,0\n"
            + "\"the \"\"best\"\"\",0.5,1,-0.25,1.0E-9\n"
            + "\"two\nlines\",,-0.25,1,1.0E15\n"
            + "ä b,0,1.0E-9,1.0E15,480\n",
        AuditFiles.csv(matrix));
  }

  @Test
  void aFileIsReplacedAsAWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("mine-jaccard.csv"), "old");
    Path held = Files.createLink(folder.resolve("held"), file); // a reader that has it open
    write();
    assertEquals("old", Files.readString(held));
    assertTrue(Files.readString(file).startsWith("task,T1,T2,T3\nT1,1,0.42,"));
    Files.delete(held);
    assertEquals(NAMES, files());
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("mine-jaccard.csv/full"));
    RunException said = assertThrows(RunException.class, this::write);
    assertTrue(said.getMessage().startsWith("Cannot write " + inTheWay.getParent() + ": "));
    assertEquals(List.of("mine-jaccard.csv"), files());
  }
}
