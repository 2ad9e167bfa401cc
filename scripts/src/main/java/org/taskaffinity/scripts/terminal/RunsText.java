package org.taskaffinity.scripts.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.StoredRun;

/** Runs of a store, one per line; those of one name with the settings in which they differ. */
public final class RunsText {
  private RunsText() {}

  /** As many lines as runs. */
  public static List<String> of(List<StoredRun> runs) {
    Map<String, List<Experiment>> named =
        runs.stream()
            .map(StoredRun::experiment)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Experiment::name));
    return runs.stream().map(run -> line(run, named)).toList();
  }

  private static String line(StoredRun run, Map<String, List<Experiment>> named) {
    String all = run.toString();
    String lead = run.shortId() + "  " + run.started() + "  ";
    return run.experiment()
        .map(
            e ->
                lead
                    + title(e, named.get(e.name()))
                    + all.substring(lead.length() + run.title().length()))
        .orElse(all);
  }

  private static String title(Experiment experiment, List<Experiment> alike) {
    StringBuilder out = new StringBuilder(experiment.name());
    List<Map<String, String>> others = alike.stream().map(RunsText::parts).toList();
    parts(experiment)
        .forEach(
            (part, value) -> {
              Set<String> values = new LinkedHashSet<>();
              others.forEach(other -> values.add(other.get(part)));
              if (values.size() > 1) {
                String shown = differing(value, values);
                out.append(", ").append(shown.isEmpty() ? part + " as the others" : shown);
              }
            });
    return out.append(", seed ").append(experiment.seed()).toString();
  }

  private static Map<String, String> parts(Experiment e) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("data", e.data().toString());
    parts.put("split", e.split().toString());
    parts.put("overlap", e.overlap().toString());
    parts.put("control", e.control().toString());
    parts.put("encoder", e.encoder().toString());
    parts.put("head", e.head().toString());
    parts.put("training", e.training().toString());
    parts.put("capture", e.capture().toString());
    parts.put("labelCorrelation", e.labelCorrelation().toString());
    return parts;
  }

  /** The links of a chain that some of the others do not have. */
  private static String differing(String value, Set<String> values) {
    List<String> links = new ArrayList<>(links(value));
    for (String link : links(value)) {
      if (values.stream().allMatch(other -> links(other).contains(link))) {
        links.remove(link);
      }
    }
    return String.join(".", links);
  }

  /** {@code adamW(0.001)}, {@code epochs(3)} of {@code adamW(0.001).epochs(3)}. */
  private static List<String> links(String chain) {
    List<String> links = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < chain.length(); i++) {
      char c = chain.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0 && c == '.' && i > 0 && chain.charAt(i - 1) == ')') {
          links.add(chain.substring(from, i));
          from = i + 1;
        }
      }
    }
    links.add(chain.substring(from));
    return links;
  }
}
