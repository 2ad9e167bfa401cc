package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;

/** Stored runs with bytes or values changed at random: what reads is as it was written. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
  private static final List<String> FILES =
      List.of(
          "affinity.csv",
          "conflicts.csv",
          "labels.csv",
          "overlap.csv",
          "counts.csv",
          "tasks.csv",
          "history.csv",
          "pairs.csv",
          "summary.json",
          "captures.npz",
          "run.json");

  private static final long SECONDS = 5; // each test's bound

  @TempDir Path folder;
  private Result written;
  private final Random random = new Random(7);
  private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

  @BeforeEach
  void write() {
    Sample.write(folder);
    written = Sample.read(folder);
  }

  private boolean time(int done, int most) {
    return done < most && System.nanoTime() < end;
  }

  private byte[] mutated(byte[] whole) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) "0123456789-.,\"{}[]\n".charAt(random.nextInt(19));
      case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
      default -> bytes[at] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void aChangedByteIsNoticed() throws IOException {
    for (int i = 0; time(i, 4_000); i++) {
      String name = FILES.get(i % FILES.size());
      Path file = folder.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, mutated(whole));
      try {
        if (name.equals("captures.npz")) {
          Captured read = CaptureFile.read(folder);
          assertEquals(2, read.size());
          assertEquals(written.affinity().tasks(), read.tasks());
        } else {
          assertEquals(written, Sample.read(folder), name);
        }
      } catch (RunException noticed) {
        // As it should be.
      }
      Files.write(file, whole);
    }
  }

  /** A run of an earlier version has no hashes: some changes read, and none ends in a stack. */
  @Test
  void withoutHashesEveryFailureIsInWords() throws IOException {
    withoutHashes();
    for (int i = 0; time(i, 4_000); i++) {
      Path file = folder.resolve(FILES.get(i % FILES.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, mutated(whole));
      read(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      Files.write(file, whole);
    }
  }

  private void withoutHashes() throws IOException {
    Path record = folder.resolve("run.json");
    String text = Files.readString(record).replaceAll("(?s),\\s*\"files\" : .*", "\n}\n");
    Files.writeString(record, text);
    assertEquals(written, Sample.read(folder));
  }

  private void read(String what) {
    try {
      ResultFiles.look(Sample.id(), folder);
      ResultFiles.problem(Sample.id(), folder);
      Sample.read(folder);
      CaptureFile.read(folder);
    } catch (RunException noticed) {
      String said = noticed.getMessage();
      if (said.contains("java.") || said.contains("because \"") || said.contains("instance of")) {
        fail(said + "\n" + what, noticed);
      }
    } catch (RuntimeException undocumented) {
      fail(what, undocumented);
    }
  }

  /** Values of other kinds, missing and doubled ones, at any place of a JSON file. */
  @Test
  void structuresThatAreNoneEndInWords() throws IOException {
    withoutHashes();
    ObjectMapper mapper = new ObjectMapper();
    for (String name : List.of("run.json", "summary.json")) {
      Path file = folder.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; time(i, 1_500); i++) {
        JsonNode tree = mapper.readTree(whole);
        change(tree, mapper);
        Files.write(file, mapper.writeValueAsBytes(tree));
        read(tree.toString());
      }
      Files.write(file, whole);
    }
  }

  private void change(JsonNode tree, ObjectMapper mapper) throws IOException {
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    JsonNode chosen = containers.get(random.nextInt(containers.size()));
    String[] values = {"null", "1", "-1", "1e99", "\"x\"", "true", "{}", "[]", "[null]", "[[]]"};
    JsonNode value = mapper.readTree(values[random.nextInt(values.length)]);
    if (chosen instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
      array.set(random.nextInt(array.size()), value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode()) {
      into.add(node);
      node.forEach(each -> collect(each, into));
    }
  }
}
