package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what two experiments or runs do not have in common. */
final class Differences {
  private Differences() {}

  static List<Difference> of(Experiment one, Experiment other) {
    return between(parts(one), parts(other));
  }

  static List<Difference> of(Result one, Result other) {
    List<Difference> all = new ArrayList<>(of(one.experiment(), other.experiment()));
    all.addAll(between(world(one.record()), world(other.record())));
    return all;
  }

  private static Map<String, String> parts(Experiment e) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("name", Say.quoted(e.name()));
    parts.put("data", e.data().toString());
    parts.put("split", e.split().toString());
    parts.put("overlap", e.overlap().toString());
    parts.put("control", e.control().toString());
    parts.put("encoder", e.encoder().toString());
    parts.put("head", e.head().toString());
    parts.put("training", e.training().toString());
    parts.put("capture", e.capture().toString());
    parts.put("labelCorrelation", e.labelCorrelation().toString());
    parts.put("seed", Say.number(e.seed()));
    return parts;
  }

  /** What the bits of a result depend on besides the experiment. */
  private static Map<String, String> world(RunRecord record) {
    Map<String, String> world = new LinkedHashMap<>();
    record.data().forEach((name, hash) -> world.put("content of " + name, hash));
    record.versions().forEach((name, version) -> world.put("version of " + name, version));
    world.put("device", record.device());
    world.put("threads", Integer.toString(record.threads()));
    return world;
  }

  private static List<Difference> between(Map<String, String> one, Map<String, String> other) {
    Set<String> all = new LinkedHashSet<>(one.keySet());
    all.addAll(other.keySet());
    return all.stream()
        .map(part -> new Difference(part, one.getOrDefault(part, ""), other.getOrDefault(part, "")))
        .filter(difference -> !difference.one().equals(difference.other()))
        .toList();
  }
}
