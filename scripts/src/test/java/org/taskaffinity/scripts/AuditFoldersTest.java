package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.FileName;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Settings;

class AuditFoldersTest {
  @TempDir Path out;

  private List<Path> folders(String... names) {
    List<Audit> audits = new ArrayList<>();
    for (String name : names) {
      audits.addAll(new FakeRunner(Settings.settings()).audit(Mtl.dataset(name)));
    }
    return List.copyOf(AuditFolders.of(audits, out).keySet());
  }

  @Test
  void oneAuditIsWrittenIntoTheFolderItselfAndSeveralIntoTheirOwn() {
    assertEquals(List.of(out), folders("mine"));
    String named = FileName.of("a / b");
    assertEquals(List.of(out.resolve("mine"), out.resolve(named)), folders("mine", "a / b"));
  }

  @Test
  void noTwoAuditsShareAFolder() {
    List<Path> all = folders("p < .5", "p > .5", "mine", "MINE", "datasets", "datasets", "!", "?");
    assertEquals(
        8, all.stream().map(f -> f.toString().toLowerCase(Locale.ROOT)).distinct().count());
    assertEquals(List.of(), all.stream().filter(f -> !f.getParent().equals(out)).toList());
  }

  @Test
  void theTablesOfAnAnalysisAreNotOverwritten() throws IOException {
    Files.writeString(out.resolve("affinity.csv"), "task\n");
    assertEquals(List.of(out.resolve("overlap")), folders("mine"));
    assertEquals(out.resolve("overlap").resolve("mine"), folders("mine", "other").get(0));
  }
}
