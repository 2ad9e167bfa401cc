package org.taskaffinity.runtime.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.cluster.Dendrogram;
import org.taskaffinity.runtime.cluster.GroupStructure;
import org.taskaffinity.runtime.cluster.Linkage;
import org.taskaffinity.runtime.random.Seeds;

/** Groups tasks as the language asks for it. */
public final class TaskGrouping {
  private static final int KMEANS_SEED = 42;

  private TaskGrouping() {}

  public static TaskGroups of(TaskMatrix affinity, Grouping asked) {
    int k = affinity.size();
    if (asked.groups() > k) {
      throw new PlanException(
          asked
              + " asks for more groups than there are tasks.\n  write: groups(1) to groups("
              + k
              + ")");
    }
    if (IntStream.range(0, affinity.pairs().length)
        .allMatch(i -> Double.isNaN(affinity.pairs()[i]))) {
      return new TaskGroups(
          asked, List.of(affinity.tasks()), List.of(), affinity.tasks(), List.of(), Double.NaN, 0);
    }
    var groups = new org.taskaffinity.runtime.cluster.TaskGroups(affinity.values());
    return adapted(
        affinity.tasks(), asked, found(groups, asked, k), structure(affinity.values(), asked));
  }

  /** Where the number of groups was searched for, chance may have made them. */
  private static TaskGroups.Structure structure(double[][] affinity, Grouping asked) {
    Optional<Linkage> linkage = linkage(asked);
    if (asked.groups() > 0 || linkage.isEmpty() || !GroupStructure.testable(affinity.length)) {
      return TaskGroups.Structure.UNTESTED;
    }
    GroupStructure found =
        GroupStructure.of(affinity, linkage.get(), new Seeds(42).stream("groups/structure"));
    return new TaskGroups.Structure(found.p(), found.chance(), found.permutations());
  }

  private static Optional<Linkage> linkage(Grouping asked) {
    return switch (asked.method()) {
      case AVERAGE -> Optional.of(Linkage.AVERAGE);
      case COMPLETE -> Optional.of(Linkage.COMPLETE);
      case SINGLE -> Optional.of(Linkage.SINGLE);
      case WARD -> Optional.of(Linkage.WARD);
      case K_MEANS, HDBSCAN -> Optional.empty();
    };
  }

  private static org.taskaffinity.runtime.cluster.Grouping found(
      org.taskaffinity.runtime.cluster.TaskGroups groups, Grouping asked, int k) {
    return switch (asked.method()) {
      case AVERAGE -> linked(groups, Linkage.AVERAGE, asked, k);
      case COMPLETE -> linked(groups, Linkage.COMPLETE, asked, k);
      case SINGLE -> linked(groups, Linkage.SINGLE, asked, k);
      case WARD -> linked(groups, Linkage.WARD, asked, k);
      case K_MEANS -> kMeans(groups, asked, k);
      case HDBSCAN -> groups.hdbscan(2, 2);
    };
  }

  private static org.taskaffinity.runtime.cluster.Grouping linked(
      org.taskaffinity.runtime.cluster.TaskGroups groups, Linkage linkage, Grouping asked, int k) {
    if (asked.groups() > 0) {
      return groups.agglomerative(linkage, asked.groups());
    }
    return k < 3 ? groups.agglomerative(linkage, 1) : groups.agglomerative(linkage);
  }

  private static org.taskaffinity.runtime.cluster.Grouping kMeans(
      org.taskaffinity.runtime.cluster.TaskGroups groups, Grouping asked, int k) {
    if (asked.groups() > 0 || k < 3) {
      return groups.kMeans(Math.max(1, asked.groups()), KMEANS_SEED);
    }
    return IntStream.range(2, k)
        .mapToObj(n -> groups.kMeans(n, KMEANS_SEED))
        .filter(found -> !Double.isNaN(found.silhouette()))
        .max(Comparator.comparingDouble(org.taskaffinity.runtime.cluster.Grouping::silhouette))
        .orElseGet(() -> groups.kMeans(1, KMEANS_SEED));
  }

  private static TaskGroups adapted(
      List<String> tasks,
      Grouping asked,
      org.taskaffinity.runtime.cluster.Grouping found,
      TaskGroups.Structure structure) {
    List<List<String>> groups = new ArrayList<>();
    for (int g = 0; g < found.groups(); g++) {
      groups.add(members(tasks, found.labels(), g));
    }
    List<String> noise = members(tasks, found.labels(), -1);
    List<String> order =
        found
            .dendrogram()
            .map(d -> IntStream.of(d.leafOrder()).mapToObj(tasks::get).toList())
            .orElseGet(() -> sideBySide(groups, noise));
    List<TaskGroups.Merge> merges =
        found.dendrogram().map(Dendrogram::merges).orElse(List.of()).stream()
            .map(m -> new TaskGroups.Merge(m.left(), m.right(), m.height(), m.size()))
            .toList();
    return new TaskGroups(
        asked, groups, noise, order, merges, found.silhouette(), found.filledPairs(), structure);
  }

  private static List<String> members(List<String> tasks, int[] labels, int group) {
    return IntStream.range(0, labels.length)
        .filter(t -> labels[t] == group)
        .mapToObj(tasks::get)
        .toList();
  }

  private static List<String> sideBySide(List<List<String>> groups, List<String> noise) {
    List<String> order = new ArrayList<>();
    groups.forEach(order::addAll);
    order.addAll(noise);
    return order;
  }
}
