package org.taskaffinity.runtime.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.PooledTask;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.runtime.stats.MeanInterval;

/** How well each task was learnt, over results that differ in their seed alone. */
final class PoolingTasks {
  private PoolingTasks() {}

  static List<PooledTask> of(List<Result> results) {
    int tasks = results.get(0).tasks().size();
    return IntStream.range(0, tasks)
        .mapToObj(t -> pooled(results.stream().map(r -> r.tasks().get(t)).toList()))
        .toList();
  }

  private static PooledTask pooled(List<TaskSummary> seeds) {
    TaskSummary first = seeds.get(0);
    MeanInterval validation = mean(seeds, TaskSummary::validation);
    MeanInterval test = mean(seeds, TaskSummary::test);
    return new PooledTask(
        first.name(),
        first.type(),
        first.measured(),
        mean(seeds, TaskSummary::kept).mean(),
        first.metric(),
        validation.mean(),
        overSeeds(validation),
        test.mean(),
        overSeeds(test),
        skill(seeds));
  }

  /** Every seed is judged by rows of one table, so their errors do not average out. */
  private static Skill skill(List<TaskSummary> seeds) {
    List<TaskSummary> known = seeds.stream().filter(t -> !Double.isNaN(t.skill().low())).toList();
    if (known.isEmpty()) {
      return Skill.UNKNOWN;
    }
    Skill first = known.get(0).skill();
    return new Skill(
        first.measure(),
        mean(known, t -> t.skill().value()).mean(),
        first.chance(),
        mean(known, t -> t.skill().low()).mean(),
        mean(known, t -> t.skill().high()).mean(),
        (int) Math.round(mean(known, t -> t.skill().rows()).mean()),
        first.part());
  }

  private static MeanInterval mean(List<TaskSummary> seeds, ToDoubleFunction<TaskSummary> value) {
    return MeanInterval.independent(
        seeds.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray());
  }

  private static Interval overSeeds(MeanInterval mean) {
    return new Interval(mean.low(), mean.high(), 0.95, "seeds", "Student's t", mean.n(), 0);
  }
}
