package org.taskaffinity.runtime.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.PooledTask;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.figure.Numbers;
import org.taskaffinity.runtime.figure.Svg;

/** How the training went, and how well each task was learnt. */
final class TrainingSection {
  private TrainingSection() {}

  static void write(Page page, Result result) {
    page.section("Training");
    if (!result.history().isEmpty()) {
      page.body().open("div", "class", "figures").line();
      page.figure(Svg.inline(Figures.lossCurve(result), page.nextFigure()), false);
      Arrays.stream(Metric.values())
          .map(metric -> metricCurve(result, metric))
          .filter(curve -> curve.lines().get(0).y().stream().anyMatch(Double::isFinite))
          .forEach(curve -> page.figure(Svg.inline(curve, page.nextFigure()), false));
      page.body().close().line();
    }
    writeTasks(page, result.tasks());
  }

  /** The validation metric's mean over the tasks that are judged by it, epoch by epoch. */
  private static Figure.Curve metricCurve(Result result, Metric metric) {
    int[] tasks =
        IntStream.range(0, result.tasks().size())
            .filter(t -> result.tasks().get(t).metric() == metric)
            .toArray();
    double[] epochs = result.history().stream().mapToDouble(Epoch::number).toArray();
    double[] means =
        result.history().stream()
            .mapToDouble(
                e -> Epoch.mean(Arrays.stream(tasks).mapToObj(t -> e.metric().get(t)).toList()))
            .toArray();
    String name = named(metric);
    return Figures.curve(
        "Validation " + name + ", mean over tasks",
        "epoch",
        name,
        Figures.line("validation", epochs, means));
  }

  private static void writeTasks(Page page, List<TaskSummary> tasks) {
    Table table =
        new Table(
            page.body(),
            "Tasks: labels, and the metric on rows that did not train",
            "Task",
            "Type",
            "#Measured",
            "#Training labels",
            "#Positive",
            "Metric",
            "#Validation",
            "#Test",
            "Against chance (95 % interval over rows)",
            "Learnt");
    for (TaskSummary task : tasks) {
      table.row(
          task.name(),
          task.type().name().toLowerCase(Locale.ROOT),
          Words.count(task.measured()),
          Words.count(task.kept()),
          positives(task),
          named(task.metric()),
          Words.value(task.validation()),
          Words.value(task.test()),
          task.skill().toString(),
          task.learnt().words());
    }
    table.end();
  }

  /** Of several seeds: means with their intervals over seeds, and each seed's validation loss. */
  static void write(Page page, Pooled pooled, List<Result> seeds) {
    page.heading("Tasks");
    if (seeds.stream().noneMatch(r -> r.history().isEmpty())) {
      page.figure(Svg.inline(losses(seeds), page.nextFigure()), false);
    }
    Table table =
        new Table(
            page.body(),
            "Tasks: labels, and the mean metric over seeds on rows that did not train",
            "Task",
            "Type",
            "#Measured",
            "#Training labels",
            "Metric",
            "#Validation",
            "Interval over seeds",
            "#Test",
            "Interval over seeds",
            "Against chance (95 % interval over rows)",
            "Learnt");
    for (PooledTask task : pooled.tasks()) {
      table.row(
          task.name(),
          task.type().name().toLowerCase(Locale.ROOT),
          Words.count(task.measured()),
          Words.count(task.kept()),
          named(task.metric()),
          Words.value(task.validation()),
          Words.ends(task.validationInterval()),
          Words.value(task.test()),
          Words.ends(task.testInterval()),
          task.skill().toString(),
          task.learnt().words());
    }
    table.end();
  }

  static Figure.Curve losses(List<Result> seeds) {
    Figure.Line[] lines =
        seeds.stream()
            .map(
                r ->
                    Figures.line(
                        "seed " + r.experiment().seed(),
                        r.history().stream().mapToDouble(Epoch::number).toArray(),
                        r.history().stream()
                            .mapToDouble(e -> Epoch.mean(e.validationLoss()))
                            .toArray()))
            .toArray(Figure.Line[]::new);
    return Figures.curve("Validation loss by seed, mean over tasks", "epoch", "loss", lines);
  }

  private static String positives(TaskSummary task) {
    if (task.type() == TaskType.REGRESSION || task.positives() < 0) {
      return "–";
    }
    String share =
        task.kept() == 0
            ? ""
            : " (" + Numbers.shown(100.0 * task.positives() / task.kept(), 1) + " %)";
    return Words.count(task.positives()) + share;
  }

  private static String named(Metric metric) {
    return switch (metric) {
      case LOSS -> "loss";
      case ROC_AUC -> "ROC AUC";
      case AVERAGE_PRECISION -> "average precision";
      case RMSE -> "RMSE";
      case R2 -> "R²";
    };
  }
}
