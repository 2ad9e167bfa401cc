package org.taskaffinity.scripts;

import static org.taskaffinity.dsl.Mtl.*;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.CaptureMeasure;
import org.taskaffinity.dsl.ClassWeights;
import org.taskaffinity.dsl.Control;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Fisher;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.Head;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.LossOver;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Part;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.Training;
import org.taskaffinity.dsl.Window;

/** Draws descriptions of every kind, with the values that are hard to print. */
final class AnyDescription {
  private static final List<String> ODD =
      List.of(
          "plain",
          "a \"quoted\" name",
          "back\\slash",
          "\\u0041 is no escape",
          "ends in \\",
          "two\nlines",
          "carriage\rreturn",
          "tab\there",
          "bell\u0007 and null\0",
          "form\ffeed\b",
          "Größe in °C",
          "分子 😀",
          "line\u2028separator",
          "right\u202eto left",
          "percent %s and {braces}",
          "// no comment /* at all */",
          "comma, semicolon; dot.",
          "'single'",
          "\"\"\"",
          " blank around ");

  private final Random random;

  AnyDescription(Random random) {
    this.random = random;
  }

  /** One of every kind of part. */
  List<Part> parts() {
    return List.of(
        dataset(),
        split(),
        overlap(),
        control(),
        encoder(),
        head(),
        training(),
        capture(),
        labelCorrelation(),
        org.taskaffinity.dsl.Mtl.seed(wide()));
  }

  Experiment experiment() {
    Experiment made = org.taskaffinity.dsl.Mtl.experiment(name(), dataset());
    for (Part part : parts()) {
      made = made.with(part);
    }
    return made;
  }

  Sweep sweep() {
    Sweep made = experiment().over(distinct(overlap(), overlap()));
    made =
        random.nextBoolean()
            ? made.seeds(1, wide())
            : made.over(distinct(encoder(), encoder(), encoder()));
    return made.over(random.nextBoolean() ? distinct(split(), split()) : distinct(dataset()));
  }

  /** An axis names each part once. */
  private static Part[] distinct(Part... parts) {
    return Stream.of(parts).distinct().toArray(Part[]::new);
  }

  Grouping grouping() {
    return this.<Supplier<Grouping>>pick(
            () -> averageLinkage(),
            () -> completeLinkage(),
            () -> singleLinkage(),
            () -> wardLinkage(),
            () -> kMeans(),
            () -> hdbscan())
        .get()
        .groups(random.nextInt(4));
  }

  Source.Planted planted() {
    double c = random.nextDouble() - 0.5;
    return design()
        .molecules(20 + random.nextInt(1000))
        .cosines(new double[][] {{1, c, 0}, {c, 1, -c / 2}, {0, -c / 2, 1}})
        .regressions(random.nextInt(4))
        .coverage(fraction())
        .noise(random.nextDouble() * 1e-5)
        .seed(wide());
  }

  Dataset dataset() {
    Dataset made =
        this.<Supplier<Dataset>>pick(
                () -> org.taskaffinity.dsl.Mtl.dataset(name()).tasks(tasks()),
                () -> org.taskaffinity.dsl.Mtl.dataset(name()),
                () -> org.taskaffinity.dsl.Mtl.dataset(name(), name() + ".csv", tasks()),
                () ->
                    org.taskaffinity.dsl.Mtl.dataset(name(), name()).smiles(name()).tasks("b", "a"),
                () ->
                    org.taskaffinity.dsl.Mtl.dataset(name(), name(), tasks())
                        .features("x", name() + "y"),
                () -> org.taskaffinity.dsl.Mtl.planted(),
                () -> org.taskaffinity.dsl.Mtl.planted(planted()).tasks("T2", "T1"))
            .get();
    return made.duplicates(pick(Duplicates.values()))
        .minimumLabels(random.nextInt(3))
        .sample(random.nextInt(3) * 100);
  }

  private Task[] tasks() {
    return new Task[] {task(name() + 1), classification(name() + 2), regression(name() + 3)};
  }

  Split split() {
    return this.<Supplier<Split>>pick(
            () -> randomSplit(0.8, 0.1, 0.1),
            () -> randomSplit(0.7, 0.3, 0).seed(wide()),
            () -> scaffoldSplit(1, 0, 0),
            () -> scaffoldSplit(1.0 / 3, 1.0 / 3, 1.0 / 3).seed(wide()),
            () -> columnSplit(name()),
            () -> noSplit())
        .get();
  }

  Overlap overlap() {
    int n = 1 + random.nextInt(500);
    return this.<Supplier<Overlap>>pick(
            () -> natural(),
            () -> completeCases(),
            () -> keepLabels(fraction()),
            () -> targetJaccard(fraction()),
            () -> sharedAndDisjoint(random.nextDouble()),
            () -> fixed(sharedCount(n), labels(n + random.nextInt(500))),
            () -> fixed(jaccard(fraction()), sharedCount(n)),
            () -> fixed(labels(10_000 + n), jaccard(fraction())),
            () -> scaffoldDisjoint(random.nextDouble()))
        .get();
  }

  Control control() {
    return this.<Control>pick(noControl(), shuffledRows(), shuffledLabels());
  }

  Encoder encoder() {
    int[] widths = random.ints(1 + random.nextInt(4), 1, 2000).toArray();
    return this.<Supplier<Encoder>>pick(
            () -> gcn(widths),
            () -> mlp(widths),
            () -> gat(widths).heads(1),
            () -> gat(8, 8 * widths[0], widths[0]).heads(1 << random.nextInt(4)),
            () -> gin(widths),
            () -> cnn(widths).kernels(1 + 2 * random.nextInt(5)).embedding(widths[0]),
            () -> cnn(widths),
            () -> dmpnn(widths[0]).depth(1 + random.nextInt(6)),
            () -> ecfpMlp(widths).bits(16 << random.nextInt(8)))
        .get()
        .norm(pick(Norm.values()))
        .dropout(random.nextDouble())
        .projection(random.nextInt(300));
  }

  Head head() {
    return random.nextInt(3) == 0
        ? linearHead()
        : org.taskaffinity.dsl.Mtl.head(random.nextInt(300))
            .norm(pick(Norm.values()))
            .dropout(random.nextDouble());
  }

  Training training() {
    Training made =
        optimised(random.nextDouble() * 1e-4)
            .weightDecay(random.nextInt(2) * random.nextDouble())
            .batchSize(1 + random.nextInt(64))
            .epochs(1 + random.nextInt(100))
            .schedule(pick(Schedule.values()))
            .clip(random.nextInt(2) * random.nextDouble())
            .lossOver(pick(LossOver.values()))
            .classWeights(pick(ClassWeights.values()));
    return random.nextBoolean()
        ? made
        : made.stopEarly(pick(Metric.values()), 1 + random.nextInt(9));
  }

  private Training optimised(double rate) {
    return this.<Supplier<Training>>pick(
            () -> adamW(rate), () -> adam(rate), () -> sgd(rate, random.nextDouble()))
        .get();
  }

  Capture capture() {
    Window window =
        this.<Supplier<Window>>pick(() -> all(), () -> last(fraction()), () -> fromEpoch(3)).get();
    int count = 1 + random.nextInt(20);
    Capture paced = random.nextBoolean() ? captureEvery(count) : captures(count);
    return paced.window(window).absent(pick(Absent.values())).crossBatches(1 + random.nextInt(3));
  }

  LabelCorrelation labelCorrelation() {
    return org.taskaffinity.dsl.Mtl.labelCorrelation(pick(Rows.values()))
        .minimumShared(3 + random.nextInt(50))
        .minimumExpected(random.nextInt(3));
  }

  Measure measure() {
    int first = 1 + random.nextInt(9);
    CaptureMeasure captures =
        this.<Supplier<CaptureMeasure>>pick(
                () -> cosine(),
                () -> cosineOfMeanProducts(),
                () -> conflictRate(),
                () -> firstOrderLookahead(),
                () -> signalAffinity(),
                () -> signalShare(),
                () -> samplingShare())
            .get();
    return this.<Supplier<Measure>>pick(
            () -> captures,
            () -> captures.epochs(first, first + random.nextInt(9)),
            () -> labelCorrelation(),
            () -> task2vec().fisher(pick(Fisher.values())))
        .get();
  }

  TaskMatrix matrix() {
    int k = random.nextInt(4);
    List<String> names = IntStream.range(0, k).mapToObj(i -> name() + i).toList();
    double[][] values = new double[k][k];
    for (double[] row : values) {
      java.util.Arrays.setAll(row, i -> number());
    }
    return new TaskMatrix(names, values);
  }

  List<Figure> figures() {
    TaskMatrix matrix = matrix();
    double[] x = random.doubles(random.nextInt(4)).toArray();
    double[] y = random.doubles(x.length).map(v -> number()).toArray();
    return List.of(
        Figures.heatMap(name(), matrix),
        Figures.heatMap(name(), matrix).order(matrix.tasks()).scale(pick(Figure.Scale.values())),
        Figures.scatter(
            name(),
            name(),
            name(),
            Figures.point(name(), number(), number()),
            Figures.faintPoint(name(), number(), 0)),
        Figures.scatter(name(), "", ""),
        Figures.curve(name(), name(), name(), Figures.line(name(), x, y)),
        Figures.curve(name(), "x", "y", Figures.line(name(), x, y).band(y, x)),
        Figures.curve(
            name(),
            "x",
            "y",
            Figures.line(name(), x, y).dashed(),
            Figures.line(name(), x, y).band(x, y).dots()),
        Figures.heatMap(name(), matrix).dendrogram(groups(matrix.tasks())).column(),
        Figures.network(name(), matrix, random.doubles(matrix.size()).toArray())
            .atLeast(random.nextDouble()),
        Figures.bars(name(), name(), Figures.bar(name(), number(), number(), number())));
  }

  private TaskGroups groups(List<String> tasks) {
    return new TaskGroups(
        grouping(),
        tasks.stream().map(List::of).toList(),
        List.of(),
        tasks,
        IntStream.range(1, tasks.size())
            .mapToObj(i -> new TaskGroups.Merge(0, i, number(), 2))
            .toList(),
        number(),
        random.nextInt(3));
  }

  private String name() {
    return pick(ODD.toArray(String[]::new));
  }

  private double fraction() {
    return this.<Double>pick(1.0, 0.5, 1e-4, 1.0 / 3, 1 - random.nextDouble());
  }

  private double number() {
    return this.<Double>pick(
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -1e300,
        1e7,
        random.nextGaussian());
  }

  private long wide() {
    return this.<Long>pick(
        0L,
        -1L,
        (long) Integer.MAX_VALUE,
        (long) Integer.MIN_VALUE,
        Integer.MAX_VALUE + 1L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        random.nextLong());
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }
}
