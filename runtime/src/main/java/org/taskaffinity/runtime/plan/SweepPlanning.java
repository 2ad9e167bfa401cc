package org.taskaffinity.runtime.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.SweepPlan;

/** Says what a sweep comes to: how many at once, and how long that takes. */
public final class SweepPlanning {
  private SweepPlanning() {}

  /**
   * @param alone plans of those that are trained with nothing beside them
   * @param beside plans of those that share the machine
   * @param cores how many of these it takes at once
   * @param budget bytes they have together
   */
  public static SweepPlan of(
      List<Plan> all, List<Plan> alone, List<Plan> beside, int cores, long budget) {
    List<Plan> largest =
        beside.stream().sorted(Comparator.comparingLong(Plan::memory).reversed()).toList();
    int atOnce = 0;
    long memory = 0;
    while (atOnce < Math.min(cores, largest.size())) {
      long more = largest.get(atOnce).memory();
      if (atOnce > 0 && memory + more > budget) {
        break;
      }
      memory += more;
      atOnce++;
    }
    long largestAlone = alone.stream().mapToLong(Plan::memory).max().orElse(0);
    Duration time = together(beside, Math.max(1, atOnce));
    for (Plan plan : alone) {
      time = time.plus(plan.time());
    }
    return new SweepPlan(
        all,
        Math.max(1, atOnce),
        Math.max(memory, largestAlone),
        time,
        notes(largest.stream().limit(cores).mapToLong(Plan::memory).toArray(), atOnce, budget));
  }

  /**
   * @param largest bytes of as many as cores would take at once
   */
  private static List<String> notes(long[] largest, int atOnce, long budget) {
    if (atOnce > 0 && largest[0] > budget) {
      return List.of(
          "one needs more memory than the %,d MB there are; write %s, or a smaller %s"
              .formatted(
                  budget >> 20, MemoryBudget.flagFor(largest[0]), Remedy.batchSize().asked()));
    }
    return atOnce == largest.length
        ? List.of()
        : List.of(
            "memory, %,d MB of it, allows %d at once where cores would take %d; %s allows all"
                .formatted(
                    budget >> 20,
                    atOnce,
                    largest.length,
                    MemoryBudget.flagFor(Arrays.stream(largest).sum())));
  }

  /** As threads take them: in order, each the next. */
  private static Duration together(List<Plan> plans, int threads) {
    List<Duration> free = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      free.add(Duration.ZERO);
    }
    for (Plan plan : plans) {
      Duration first = free.stream().min(Comparator.naturalOrder()).orElseThrow();
      free.set(free.indexOf(first), first.plus(plan.time()));
    }
    return free.stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
