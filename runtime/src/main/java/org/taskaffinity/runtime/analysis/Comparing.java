package org.taskaffinity.runtime.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.runtime.cluster.Agreements;
import org.taskaffinity.runtime.random.Seeds;

/** Compares two groupings of the same tasks. */
public final class Comparing {
  private static final int DRAWS = 1_000;
  private static final Seeds SEEDS = new Seeds(42);

  private Comparing() {}

  public static Agreement groups(TaskGroups one, TaskGroups other) {
    int[] a = labels(one);
    int[] b = labels(other);
    refuseOtherTasks(tasks(one), tasks(other));
    return Agreements.between(a, b, DRAWS, SEEDS.stream("agreement/chance"));
  }

  /**
   * A label for every task, in the order of their names. Labels are counted as groups first appear,
   * so that the order in which groups are listed changes no bit.
   */
  private static int[] labels(TaskGroups groups) {
    Map<String, Integer> groupOf = new TreeMap<>();
    int next = 0;
    for (List<String> group : groups.groups()) {
      for (String task : group) {
        put(groupOf, task, next);
      }
      next++;
    }
    for (String task : groups.ungrouped()) {
      put(groupOf, task, next++);
    }
    if (groupOf.isEmpty()) {
      throw new PlanException("There is no task in these groups. Compare groups of at least one.");
    }
    Map<Integer, Integer> seen = new HashMap<>();
    return groupOf.values().stream()
        .mapToInt(
            g -> {
              seen.putIfAbsent(g, seen.size());
              return seen.get(g);
            })
        .toArray();
  }

  private static void put(Map<String, Integer> groupOf, String task, int group) {
    if (groupOf.put(task, group) != null) {
      throw new PlanException(
          "Task \"" + task + "\" is in two places of one grouping. Put each task into one group.");
    }
  }

  private static SortedSet<String> tasks(TaskGroups groups) {
    SortedSet<String> tasks = new TreeSet<>(groups.ungrouped());
    groups.groups().forEach(tasks::addAll);
    return tasks;
  }

  private static void refuseOtherTasks(SortedSet<String> one, SortedSet<String> other) {
    if (!one.equals(other)) {
      throw new PlanException(
          "Groups of different tasks cannot be compared.\n  only in the first: "
              + without(one, other)
              + "\n  only in the second: "
              + without(other, one)
              + "\n  write: group(affinity.select(tasks), …) for both, with the tasks they share");
    }
  }

  private static String without(SortedSet<String> all, SortedSet<String> left) {
    List<String> rest = all.stream().filter(task -> !left.contains(task)).toList();
    return rest.isEmpty() ? "none" : String.join(", ", rest);
  }
}
