package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Owner;
import org.taskaffinity.runtime.files.Trees;

class RunStoreTest {
  private static final String ID = Sample.id();
  private static final String DEAD = "0000000000-1-00000000";

  @TempDir Path out;
  private RunStore store;

  @BeforeEach
  void open() {
    store = new RunStore(out);
  }

  private Path runs() {
    return out.resolve("runs");
  }

  /** Everything in the store but locks. */
  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(runs())) {
      return inside
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".locks"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aRunIsFoundOnceItIsFinished() {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      Sample.write(sitting.folder());
      assertEquals(Optional.empty(), store.finished(ID));
      assertTrue(sitting.finish(Optional.empty()));
    }
    assertEquals(Optional.of(runs().resolve(ID)), store.finished(ID));
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

  /** Finishes the run once more, and says whether that was taken. */
  private boolean finished(Optional<String> replaced) {
    try (RunStore.Sitting sitting = store.sit(ID)) {
      Sample.write(sitting.folder());
      return sitting.finish(replaced);
    }
  }

  @Test
  void aFreshRunTakesThePlaceOfTheOld() throws IOException {
    assertTrue(finished(Optional.empty()));
    Optional<String> old = store.mark(ID);
    assertTrue(finished(old));
    assertNotEquals(old, store.mark(ID));
    assertEquals(List.of(ID), names());
  }

  @Test
  void aRunThatReadsStays() throws IOException {
    assertTrue(finished(Optional.empty()));
    Optional<String> first = store.mark(ID);
    assertFalse(finished(Optional.empty()));
    assertFalse(finished(Optional.of("another mark")));
    assertEquals(first, store.mark(ID));
    assertEquals(List.of(ID), names());
  }

  @Test
  void aRunThatDoesNotReadIsReplacedAndKeptAside() throws IOException {
    assertTrue(finished(Optional.empty()));
    Files.delete(runs().resolve(ID).resolve("affinity.csv"));
    assertTrue(finished(Optional.empty()));
    assertEquals(Optional.empty(), ResultFiles.problem(ID, runs().resolve(ID)));
    assertEquals(2, names().size());
    assertTrue(names().get(1).startsWith(ID + ".damaged."), names().toString());
    assertEquals(List.of(ID), store.entries().stream().map(RunStore.Entry::id).toList());
  }

  /** Whoever comes second finds a folder of that name, whatever locks say. */
  @Test
  void oneOfManyPublishers() throws Exception {
    Publishing publishing = new Publishing(runs(), new WorkFolders(runs()));
    for (int round = 0; round < 5; round++) {
      List<CompletableFuture<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Path folder = runs().resolve("from" + round + "-" + i);
        Sample.write(folder);
        tries.add(CompletableFuture.supplyAsync(() -> published(publishing, folder)));
      }
      long taken = tries.stream().filter(CompletableFuture::join).count();
      assertEquals(1, taken);
      assertEquals(List.of(ID), names());
      assertEquals(Optional.empty(), ResultFiles.problem(ID, runs().resolve(ID)));
      Trees.delete(runs().resolve(ID));
    }
  }

  private static boolean published(Publishing publishing, Path folder) {
    try {
      return publishing.publish(ID, folder, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As where locks do not exclude: another sitting is at work on the same run. */
  @Test
  void aFolderThatMayBeInUseIsLeftAsItIs() throws IOException {
    Path other = runs().resolve(ID + ".partial." + DEAD);
    AtomicFiles.write(other.resolve("checkpoint.bin"), "half");
    AtomicFiles.write(other.resolve("affinity.csv"), "being written");
    Path mine = new WorkFolders(runs()).open(ID, false);
    assertNotEquals(other, mine);
    assertEquals("half", Files.readString(mine.resolve("checkpoint.bin")));
    assertFalse(Files.exists(mine.resolve("affinity.csv")));
    assertTrue(Files.exists(other.resolve("affinity.csv")));
  }

  /** A lock that nobody else can hold says that all others have ended. */
  @Test
  void whatKilledSittingsLeftIsTakenOver() throws IOException {
    Path killed = runs().resolve(ID + ".partial." + DEAD);
    AtomicFiles.write(killed.resolve("checkpoint.bin"), "half");
    AtomicFiles.write(killed.resolve(".checkpoint.bin.12345678"), "torn");
    AtomicFiles.write(runs().resolve(ID + ".partial.other").resolve("description.txt"), "no step");
    try (RunStore.Sitting sitting = store.sit(ID)) {
      assertEquals("half", Files.readString(sitting.folder().resolve("checkpoint.bin")));
      assertFalse(Files.exists(sitting.folder().resolve(".checkpoint.bin.12345678")));
    }
    assertEquals(List.of(ID + ".partial"), names());
  }

  @Test
  void whatKilledProcessesLeftIsSweptOnceItIsCertainlyInNobodysUse() throws IOException {
    finished(Optional.empty());
    String ended = Owner.name().replaceFirst("-\\d+-", "-2147483646-");
    Path old = Files.createDirectories(runs().resolve(".bringing-00000000-0000-0000-0000-0"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(8, ChronoUnit.DAYS)));
    Files.createDirectories(runs().resolve(".bringing-" + ended));
    Files.createDirectories(runs().resolve(".gone-" + ended).resolve("inside"));
    Files.createDirectories(runs().resolve(ID + ".partial." + ended));
    String unfinished = "f".repeat(64) + ".partial." + ended;
    String foreign = ".bringing-00000000-1-00000000";
    String used = ".bringing-" + Owner.name().replaceFirst("-\\d+-", "-1-");
    for (String name : List.of(unfinished, foreign, used)) {
      Files.createDirectories(runs().resolve(name));
    }
    new RunStore(out).claim(ID).orElseThrow().close();
    assertEquals(Stream.of(ID, unfinished, foreign, used).sorted().toList(), names());
  }

  @Test
  void aWholeResultThatWasNotYetMovedIsTheRun() throws IOException {
    Sample.write(runs().resolve(ID + ".partial"));
    store.sit(ID).close();
    assertEquals(Optional.empty(), ResultFiles.problem(ID, runs().resolve(ID)));
    Files.delete(runs().resolve(ID).resolve("tasks.csv"));
    Sample.write(runs().resolve(ID + ".partial"));
    store.sit(ID).close();
    assertEquals(Optional.empty(), ResultFiles.problem(ID, runs().resolve(ID)));
  }

  @Test
  void aRunThatWasMovedAsideComesBack() throws IOException {
    Sample.write(runs().resolve(ID + ".old"));
    store.sit(ID).close();
    assertEquals(Optional.empty(), ResultFiles.problem(ID, runs().resolve(ID)));
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
    String id = RunId.of("experiment(…)", Map.of("a.csv", "00"));
    assertEquals(64, id.length());
    assertNotEquals(id, RunId.of("experiment(…)", Map.of("a.csv", "01")));
    assertNotEquals(id, RunId.of("experiment(...)", Map.of("a.csv", "00")));
  }
}
