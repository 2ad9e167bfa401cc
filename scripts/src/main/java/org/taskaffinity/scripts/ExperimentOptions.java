package org.taskaffinity.scripts;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Part;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.dsl.Training;
import org.taskaffinity.dsl.Window;
import org.taskaffinity.scripts.shell.Statements;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An experiment said in options; what is left out is the language's default. */
final class ExperimentOptions {
  /** The verbs of encoders, for the help screen. */
  static final class EncoderVerbs extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    EncoderVerbs() {
      super(Encoder.usual().keySet());
    }
  }

  @Mixin private DataOptions data;

  @Option(names = "--name", paramLabel = "NAME", description = "What to call the experiment.")
  private String name;

  @Option(
      names = "--encoder",
      paramLabel = "STATEMENT",
      completionCandidates = EncoderVerbs.class,
      description =
          "${COMPLETION-CANDIDATES}, or as in a script: 'gcn(128, 128).norm(Norm.LAYER)'.")
  private String encoder;

  @Option(
      names = "--split",
      paramLabel = "random|scaffold|none|column:NAME",
      description = "How rows are parted, 80/10/10; or as in a script.")
  private String split;

  @Option(
      names = "--overlap",
      paramLabel = "STATEMENT",
      description = "How training labels are withheld: 'keepLabels(0.5)', 'targetJaccard(0.3)'.")
  private String overlap;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training rows.")
  private Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N", description = "Rows a step.")
  private Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "Step size of the optimiser.")
  private Double learningRate;

  @Option(
      names = {"--seeds", "--seed"},
      paramLabel = "N",
      split = ",",
      description = "Repeat with each of these seeds.")
  private long[] seeds = {};

  @Option(
      names = "--capture-every",
      paramLabel = "N",
      description = "Capture the gradients of every N-th step, in place of --captures.")
  private Integer every;

  @Option(
      names = "--captures",
      paramLabel = "N",
      description = "Capture the gradients of N steps or more, spread evenly over the window.")
  private Integer captures;

  @Option(
      names = "--cross-batches",
      paramLabel = "N",
      description =
          "Capture N mini-batches at a step, for affinities that need no shared molecules: 2 to"
              + " 16.")
  private Integer batches;

  @Option(
      names = "--window",
      paramLabel = "all|last:0.2|from:5",
      description = "Where captures lie: all of training, a last fraction, from an epoch on.")
  private String window;

  @Option(
      names = "--e-rows",
      paramLabel = "all|kept|training|held-out",
      description = "Rows that the label correlation E is computed from.")
  private String rows;

  @Option(
      names = "--min-shared",
      paramLabel = "N",
      description = "Shared molecules a pair needs for E.")
  private Integer minimumShared;

  @Option(
      names = "--min-expected",
      paramLabel = "N",
      description =
          "Smallest expected count a pair with a classification needs for E; 0 for no requirement.")
  private Integer minimumExpected;

  @Option(
      names = "--with",
      paramLabel = "STATEMENT",
      description = "Any other part: 'head(64)', 'sgd(0.01, 0.9).schedule(Schedule.COSINE)'.")
  private List<String> parts = List.of();

  /** The seeds asked for; none for the experiment's own. */
  long[] seeds() {
    return seeds.clone();
  }

  /** The experiment about what a word on the command line means. */
  Experiment experiment(String word) {
    Dataset dataset = data.dataset(word);
    Choice.distinct("--seeds", seeds);
    Experiment made =
        Choice.set(Mtl.experiment(dataset.name(), dataset), "--name", name, Experiment::name);
    try (Statements statements = new Statements()) {
      for (String part : parts) {
        made = made.with(statements.value(Part.class, "--with", part));
      }
      made = encoder == null ? made : made.encoder(encoder(statements));
      made = split == null ? made : made.split(split(statements));
      made = overlap == null ? made : made.overlap(overlap(statements));
      made = made.capture(capture(made.capture(), statements));
    }
    made = made.training(training(made.training()));
    made = made.labelCorrelation(labelCorrelation(made.labelCorrelation()));
    return seeds.length == 0 ? made : made.seed(seeds[0]);
  }

  private Encoder encoder(Statements statements) {
    String verb = encoder.equals("ecfp-mlp") ? "ecfpMlp" : encoder;
    Encoder usual = Encoder.usual().get(verb);
    if (usual != null) {
      return usual;
    }
    if (!encoder.contains("(")) {
      throw unknown("encoder", encoder, "--encoder", new EncoderVerbs().toArray(String[]::new));
    }
    return statements.value(Encoder.class, "--encoder", encoder);
  }

  private Split split(Statements statements) {
    if (split.startsWith("column:")) {
      return Front.option(
          "--split", split, () -> Mtl.columnSplit(split.substring("column:".length())));
    }
    return switch (split) {
      case "random" -> Mtl.randomSplit(0.8, 0.1, 0.1);
      case "scaffold" -> Mtl.scaffoldSplit(0.8, 0.1, 0.1);
      case "none" -> Mtl.noSplit();
      default -> {
        if (!split.contains("(")) {
          throw unknown("split", split, "--split", "random", "scaffold", "none", "column:NAME");
        }
        yield statements.value(Split.class, "--split", split);
      }
    };
  }

  private Overlap overlap(Statements statements) {
    return switch (overlap) {
      case "natural" -> Mtl.natural();
      case "completeCases" -> Mtl.completeCases();
      default -> statements.value(Overlap.class, "--overlap", overlap);
    };
  }

  private Capture capture(Capture at, Statements statements) {
    if (every != null && captures != null) {
      throw new DescriptionException(
          "--capture-every and --captures both say how often gradients are captured. Write one of"
              + " them: --captures 100, or --capture-every 10.");
    }
    Capture counted =
        Choice.set(
            at,
            "--captures",
            captures,
            (c, n) -> new Capture(new Capture.Count(n), c.window(), c.absent(), c.batches()));
    Capture paced =
        Choice.set(
            counted,
            "--capture-every",
            every,
            (c, n) -> new Capture(new Capture.Every(n), c.window(), c.absent(), c.batches()));
    Capture crossed = Choice.set(paced, "--cross-batches", batches, Capture::crossBatches);
    return window == null ? crossed : crossed.window(window(statements));
  }

  private Window window(Statements statements) {
    try {
      if (window.startsWith("last:")) {
        double fraction = Double.parseDouble(window.substring("last:".length()));
        return Front.option("--window", window, () -> Mtl.last(fraction));
      }
      if (window.startsWith("from:")) {
        int epoch = Integer.parseInt(window.substring("from:".length()));
        return Front.option("--window", window, () -> Mtl.fromEpoch(epoch));
      }
    } catch (NumberFormatException e) {
      throw new DescriptionException(
          "--window " + window + " has no number after its colon. Write last:0.2 or from:5.");
    }
    if (window.equals("all")) {
      return Mtl.all();
    }
    if (!window.contains("(")) {
      throw unknown("window", window, "--window", "all", "last:0.2", "from:5");
    }
    return statements.value(Window.class, "--window", window);
  }

  private Training training(Training at) {
    Training made = Choice.set(at, "--epochs", epochs, Training::epochs);
    made = Choice.set(made, "--batch-size", batchSize, Training::batchSize);
    return Choice.set(made, "--learning-rate", learningRate, Training::learningRate);
  }

  private LabelCorrelation labelCorrelation(LabelCorrelation at) {
    Rows chosen = rows == null ? at.rows() : Choice.of(Rows.class, "--e-rows", rows);
    LabelCorrelation made = new LabelCorrelation(chosen, at.minimumShared(), at.minimumExpected());
    made = Choice.set(made, "--min-shared", minimumShared, LabelCorrelation::minimumShared);
    return Choice.set(made, "--min-expected", minimumExpected, LabelCorrelation::minimumExpected);
  }

  private static DescriptionException unknown(
      String what, String asked, String option, String... known) {
    return new DescriptionException(Nearest.unknown(what, asked, option, List.of(known)));
  }
}
