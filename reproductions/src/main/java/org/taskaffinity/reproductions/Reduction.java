package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Experiment;

/** What a budget takes less of than the full one, and what that costs. */
final class Reduction {
  private static final Pattern MOLECULES = Pattern.compile("(?:molecules|sample)\\((\\d+)\\)");

  private Reduction() {}

  /** In a sentence, lane by lane; empty where nothing is less. */
  static String of(Artefact artefact, Budget budget) {
    Map<String, List<String>> lanes = new LinkedHashMap<>();
    for (Lane lane : artefact.lanes()) {
      String less = of(artefact.trainings(lane, budget), artefact.trainings(lane, Budget.FULL));
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

  private static String of(List<Experiment> some, List<Experiment> all) {
    List<String> less = new ArrayList<>();
    int few = seeds(some);
    int seeds = seeds(all);
    if (few < seeds) {
      String wider =
          few == 1
              ? "no interval over them"
              : String.format(
                  Locale.ROOT,
                  "intervals over them some %.1f times as wide",
                  Seeds.halfWidth(few) / Seeds.halfWidth(seeds));
      less.add(few + " of " + seeds + " seeds (" + wider + ")");
    }
    epochs(some, all, less);
    int settings = settings(some).size();
    if (settings < settings(all).size()) {
      less.add(settings + " of " + settings(all).size() + " settings");
    }
    String molecules = molecules(some);
    if (!molecules.equals(molecules(all))) {
      less.add(molecules + " of " + molecules(all) + " molecules");
    }
    return String.join(", ", less);
  }

  /** Of a setting. */
  private static int seeds(List<Experiment> experiments) {
    return settings(experiments).values().stream().mapToInt(Long::intValue).max().orElse(0);
  }

  /** What differs by more than the seed, with how many seeds each has. */
  private static Map<String, Long> settings(List<Experiment> experiments) {
    return experiments.stream()
        .collect(Collectors.groupingBy(e -> e.seed(1).toString(), Collectors.counting()));
  }

  /** {@code 50 of 100 epochs (tox21, sider)}; without names where all data sets have fewer. */
  private static void epochs(List<Experiment> some, List<Experiment> all, List<String> less) {
    Map<String, Integer> whole = epochs(all);
    Map<String, List<String>> names = new LinkedHashMap<>();
    epochs(some)
        .forEach(
            (name, epochs) -> {
              int most = whole.getOrDefault(name, epochs);
              if (epochs < most) {
                String text = epochs + " of " + most + " epochs";
                names.computeIfAbsent(text, each -> new ArrayList<>()).add(name);
              }
            });
    names.forEach(
        (text, who) ->
            less.add(
                who.size() == whole.size() ? text : text + " (" + String.join(", ", who) + ")"));
  }

  private static Map<String, Integer> epochs(List<Experiment> experiments) {
    Map<String, Integer> most = new LinkedHashMap<>();
    experiments.forEach(e -> most.merge(e.data().name(), e.training().epochs(), Math::max));
    return most;
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
