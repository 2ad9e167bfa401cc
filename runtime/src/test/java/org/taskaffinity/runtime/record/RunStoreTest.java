package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

class RunStoreTest {
  private static final String ID = RunId.of("experiment(…)", Map.of("a.csv", "00"));

  @TempDir Path out;
  private RunStore store;

  @BeforeEach
  void open() {
    store = new RunStore(out);
  }

  @Test
  void aRunIsFoundOnceItIsFinished() {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      AtomicFiles.write(sitting.folder().resolve("run.json"), "{}");
      assertEquals(Optional.empty(), store.finished(ID));
      sitting.finish();
    }
    assertEquals(Optional.of(out.resolve("runs").resolve(ID)), store.finished(ID));
  }

  @Test
  void whatAnEarlierSittingLeftIsThereForTheNext() {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      AtomicFiles.write(sitting.folder().resolve("checkpoint"), "half");
    }
    try (RunStore.Sitting sitting = store.sit(ID)) {
      assertTrue(Files.exists(sitting.folder().resolve("checkpoint")));
      sitting.startAnew();
      assertFalse(Files.exists(sitting.folder().resolve("checkpoint")));
    }
  }

  @Test
  void twoCannotWorkOnOneRun() {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      RunException refused = assertThrows(RunException.class, () -> store.sit(ID));
      assertTrue(refused.getMessage().contains(ID.substring(0, 12)), refused.getMessage());
    }
  }

  @Test
  void aFreshRunTakesThePlaceOfTheOld() throws Exception {
    for (String content : new String[] {"{\"run\": 1}", "{\"run\": 2}"}) {
      try (RunStore.Sitting sitting = store.sit(ID)) {
        AtomicFiles.write(sitting.folder().resolve("run.json"), content);
        sitting.finish();
      }
    }
    assertEquals(
        "{\"run\": 2}", Files.readString(store.finished(ID).orElseThrow().resolve("run.json")));
  }

  @Test
  void aWholeResultThatWasNotYetMovedIsTheRun() throws Exception {
    Path runs = out.resolve("runs");
    AtomicFiles.write(runs.resolve(ID + ".partial").resolve("run.json"), "{\"run\": 2}");
    AtomicFiles.write(runs.resolve(ID).resolve("run.json"), "{\"run\": 1}");
    store.sit(ID).close();
    assertEquals("{\"run\": 2}", Files.readString(runs.resolve(ID).resolve("run.json")));
    assertFalse(Files.exists(runs.resolve(ID + ".old")));
  }

  @Test
  void aRunThatWasMovedAsideComesBack() throws Exception {
    Path runs = out.resolve("runs");
    AtomicFiles.write(runs.resolve(ID + ".old").resolve("run.json"), "{\"run\": 1}");
    store.sit(ID).close();
    assertEquals("{\"run\": 1}", Files.readString(runs.resolve(ID).resolve("run.json")));
  }

  @Test
  void aRefusedRunnerDoesNotFreeTheLockOfAnother() {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      assertThrows(RunException.class, () -> store.sit(ID));
      assertThrows(RunException.class, () -> store.sit(ID));
    }
    store.sit(ID).close();
  }

  @Test
  void theNameFollowsDescriptionAndData() {
    assertEquals(64, ID.length());
    assertNotEquals(ID, RunId.of("experiment(…)", Map.of("a.csv", "01")));
    assertNotEquals(ID, RunId.of("experiment(...)", Map.of("a.csv", "00")));
  }
}
