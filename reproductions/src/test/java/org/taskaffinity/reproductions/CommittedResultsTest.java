package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Experiment;

/** The results that lie in the repository. */
class CommittedResultsTest {
  private static final TypeReference<Map<String, String>> HASHES = new TypeReference<>() {};
  private static final ResultsFolder RESULTS = new ResultsFolder(Path.of("results"));

  /** What a lane says that was trained before the values of single seeds were kept. */
  private static boolean withoutSeeds(Stored stored) {
    return stored.remarks().stream()
        .anyMatch(r -> r.contains("values of single seeds were not kept"));
  }

  private static Stream<Stored> all() {
    return Artefacts.all().stream()
        .flatMap(
            artefact ->
                artefact.lanes().stream()
                    .map(lane -> RESULTS.read(Budget.STANDARD, artefact.id(), lane))
                    .flatMap(Optional::stream));
  }

  /** Every interval over seeds, and every prediction, comes out of the seeds' values again. */
  @Test
  void everyIntervalOverSeedsIsRebuiltFromItsSeeds() {
    int rebuilt = 0;
    for (Stored stored : all().filter(s -> !s.seeds().isEmpty()).toList()) {
      for (Finding number : stored.numbers()) {
        List<Double> seeds = stored.seeds().get(number.key());
        if (seeds == null) {
          continue;
        }
        double[] values = seeds.stream().mapToDouble(Double::doubleValue).toArray();
        Finding again = Seeds.around(number.scale(), number.key(), values, number.n());
        assertEquals(number.value(), again.value(), 1e-12, stored.folder() + ", " + number.key());
        for (Span span : again.spans()) {
          Span known = number.over(span.over()).orElseThrow();
          assertEquals(span.low(), known.low(), 1e-9, number.key());
          assertEquals(span.high(), known.high(), 1e-9, number.key());
          rebuilt++;
        }
      }
    }
    assertTrue(rebuilt > 200, "only " + rebuilt + " intervals were rebuilt");
  }

  /** No prediction from seeds without the seeds' values, unless the lane says that it has none. */
  @Test
  void noIntervalOverSeedsStandsWithoutItsSeeds() {
    List<String> bare = new ArrayList<>();
    all()
        .filter(stored -> !withoutSeeds(stored))
        .forEach(
            stored ->
                stored.numbers().stream()
                    .filter(n -> n.over(Over.ONE_RUN).isPresent())
                    .filter(n -> !stored.seeds().containsKey(n.key()))
                    .forEach(n -> bare.add(stored.folder() + ", " + n.key())));
    assertEquals(List.of(), bare);
  }

  /**
   * Every description of a committed run is read and printed as it was, and names the same run: the
   * identifier is the SHA-256 of description, data and numerics version, computed here once more.
   */
  @Test
  void everyCommittedRunKeepsItsIdentifier() throws Exception {
    ObjectMapper json = new ObjectMapper();
    int runs = 0;
    for (Stored stored : all().toList()) {
      for (JsonNode run : json.readTree(stored.folder().resolve("runs.json").toFile())) {
        String description = run.path("description").asText();
        assertEquals(description, Experiment.read(description).toString());
        StringBuilder text = new StringBuilder(description);
        new TreeMap<>(json.convertValue(run.path("data"), HASHES))
            .forEach((name, hash) -> text.append('\n').append(name).append(' ').append(hash));
        text.append("\nnumerics ").append(run.path("versions").path("numerics").asText());
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest(text.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(run.path("id").asText(), HexFormat.of().formatHex(digest));
        runs++;
      }
    }
    assertTrue(runs > 700, "only " + runs + " runs are committed");
  }

  /** Every rule finds the number that it judges, in every lane that was made with its seeds. */
  @Test
  void everyRuleHasItsNumber() {
    List<String> missing = new ArrayList<>();
    for (Rule rule : Paper.read("rules.csv").stream().map(Rule::of).toList()) {
      Optional<Stored> stored = RESULTS.read(Budget.STANDARD, rule.artefact(), rule.lane());
      if (stored.isEmpty() || withoutSeeds(stored.get())) {
        continue;
      }
      if (stored.get().number(rule.key()).isEmpty()) {
        missing.add(rule.said());
      }
      if (stored.isPresent() && !rule.p().isEmpty() && stored.get().number(rule.p()).isEmpty()) {
        missing.add(rule.p());
      }
    }
    assertEquals(List.of(), missing);
  }

  /** The rule of the decision record on Table 10: the length whose benefits agree best. */
  @Test
  void theTrainingLengthIsTheOneThatTheCommittedPilotChose() {
    Optional<Stored> stored = RESULTS.read(Budget.STANDARD, "table-10", Lane.CAREFUL);
    Map<Integer, Double> agreement = new TreeMap<>();
    for (int epochs : new int[] {10, 30, 50}) {
      stored
          .flatMap(s -> s.number("pilot: r of the benefits of two seeds, " + epochs + " epochs"))
          .ifPresent(r -> agreement.put(epochs, r.value()));
    }
    Assumptions.assumeTrue(agreement.size() == 3, "the pilot of Table 10 is not trained yet");
    int best = Collections.max(agreement.entrySet(), Map.Entry.comparingByValue()).getKey();
    assertEquals(best, Table10.epochs(Budget.STANDARD), agreement.toString());
  }
}
