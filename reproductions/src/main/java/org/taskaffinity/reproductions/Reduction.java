package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Experiment;

/**
 * What a budget takes less of than the full one, and what that costs: for each kind of training of
 * an artefact by itself, a kind being the experiments of one name.
 */
final class Reduction {
  private static final Pattern MOLECULES = Pattern.compile("(?:molecules|sample)\\((\\d+)\\)");

  private Reduction() {}

  /** In a sentence, lane by lane; empty where nothing is less. */
  static String of(Artefact artefact, Budget budget) {
    Map<String, List<String>> lanes = new LinkedHashMap<>();
    for (Lane lane : artefact.lanes()) {
      String less = of(lane, all(artefact, lane, budget), all(artefact, lane, Budget.FULL));
      if (!less.isEmpty()) {
        lanes.computeIfAbsent(less, each -> new ArrayList<>()).add(lane.said());
      }
    }
    if (lanes.isEmpty()) {
      return "";
    }
    return lanes.entrySet().stream()
        .map(e -> String.join(" and ", e.getValue()) + " " + e.getKey())
        .collect(Collectors.joining("; ", "Less than at full: ", "."));
  }

  private static Map<String, List<Experiment>> all(Artefact artefact, Lane lane, Budget budget) {
    return Stream.concat(
            artefact.trainings(lane, budget).stream(), artefact.scored(lane, budget).stream())
        .collect(Collectors.groupingBy(Experiment::name, LinkedHashMap::new, Collectors.toList()));
  }

  /** What each kind takes less of; kinds are named where not all of them take it. */
  private static String of(
      Lane lane, Map<String, List<Experiment>> some, Map<String, List<Experiment>> whole) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    some.forEach(
        (name, experiments) ->
            of(experiments, whole.getOrDefault(name, experiments))
                .forEach(
                    less ->
                        kinds
                            .computeIfAbsent(less, each -> new ArrayList<>())
                            .add(kind(name, lane))));
    return kinds.entrySet().stream()
        .map(
            e ->
                e.getValue().size() == some.size()
                    ? e.getKey()
                    : e.getKey() + " (" + String.join("; ", e.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** The name without the lane, which the sentence names first. */
  private static String kind(String name, Lane lane) {
    return name.replace(" " + lane.said(), "");
  }

  private static List<String> of(List<Experiment> some, List<Experiment> all) {
    List<String> less = new ArrayList<>();
    int few = seeds(some);
    int seeds = seeds(all);
    if (few < seeds) {
      String wider =
          few == 1
              ? "no interval over them"
              : String.format(
                  Locale.ROOT,
                  "intervals over them about %.1f times as wide",
                  Seeds.halfWidth(few) / Seeds.halfWidth(seeds));
      less.add(few + " of " + seeds + " seeds (" + wider + ")");
    }
    compare(epochs(some), epochs(all), "epochs", less);
    int settings = settings(some).size();
    if (settings < settings(all).size()) {
      less.add(settings + " of " + settings(all).size() + " settings");
    }
    compare(molecules(some), molecules(all), "molecules", less);
    return less;
  }

  private static void compare(String few, String all, String what, List<String> less) {
    if (!few.equals(all)) {
      less.add(
          all.equals("all")
              ? few + " " + what + " in place of all"
              : few + " of " + all + " " + what);
    }
  }

  /** Of a setting. */
  private static int seeds(List<Experiment> experiments) {
    return settings(experiments).values().stream().mapToInt(Long::intValue).max().orElse(0);
  }

  /** What differs by more than the seed and its fold, with how many seeds each has. */
  private static Map<String, Long> settings(List<Experiment> experiments) {
    return experiments.stream()
        .map(e -> e.seed(1).toString().replaceAll("Split\\((.*)\\)\\.seed\\(\\d+\\)", "Split($1)"))
        .collect(Collectors.groupingBy(setting -> setting, Collectors.counting()));
  }

  /** Every length that occurs. */
  private static String epochs(List<Experiment> experiments) {
    return experiments.stream()
        .map(e -> e.training().epochs())
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" and "));
  }

  /** How many are drawn or made up; "all" where neither. */
  private static String molecules(List<Experiment> experiments) {
    return experiments.stream()
        .map(e -> MOLECULES.matcher(e.data().toString()))
        .map(found -> found.find() ? found.group(1) : "all")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
