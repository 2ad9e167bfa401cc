package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Experiment;

/** A run's id is made from its printed description: those committed must print as they are. */
class CommittedDescriptionsTest {
  @Test
  void everyDescriptionReadsAndPrintsTheSame() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("results"))) {
      files = all.filter(f -> f.endsWith("runs.json")).toList();
    }
    int read = 0;
    for (Path file : files) {
      for (JsonNode description :
          new ObjectMapper().readTree(file.toFile()).findValues("description")) {
        assertEquals(description.asText(), Experiment.read(description.asText()).toString());
        read++;
      }
    }
    assertTrue(read > 500, read + " descriptions in " + files.size() + " files");
  }
}
