package org.taskaffinity.runtime.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.ClassWeights;
import org.taskaffinity.dsl.Control;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Stopping;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.chem.Derived;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.CaptureSchedule;
import org.taskaffinity.runtime.compile.Compiler;
import org.taskaffinity.runtime.compile.EncoderKinds;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.data.LabelSelection;
import org.taskaffinity.runtime.data.Shuffling;
import org.taskaffinity.runtime.data.SplitRows;
import org.taskaffinity.runtime.data.Splitter;
import org.taskaffinity.runtime.data.Standardisation;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.data.Tables;
import org.taskaffinity.runtime.data.Withholding;
import org.taskaffinity.runtime.encoder.TableInputs;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.record.RunId;
import org.taskaffinity.runtime.train.BatchOrder;
import org.taskaffinity.runtime.train.TrainingSpec;

/** Brings experiments and data together. */
public final class Preparation {
  private final Tables tables;

  public Preparation(Tables tables) {
    this.tables = tables;
  }

  /**
   * The name of an experiment's run: what {@link #of} gives it too, for a fraction of the work.
   *
   * @throws PlanException if there is no such data
   */
  public String id(Experiment experiment) {
    return RunId.of(experiment.toString(), tables.hashes(experiment.data()));
  }

  /**
   * Works everything out.
   *
   * @throws PlanException if the experiment does not fit its data
   */
  public Prepared of(Experiment experiment) {
    Seeds seeds = new Seeds(experiment.seed());
    Table read = tables.load(experiment.data(), experiment.split(), needed(experiment), seeds);
    requireSeveralTasks(read, experiment);
    SplitRows parts = Splitter.part(read, experiment.split(), seeds);
    SplitNotes left = new SplitNotes(read, experiment.split(), parts);
    requireHeldOut(experiment, parts, left);
    LabelSelection real = Withholding.apply(experiment.overlap(), read, parts.training(), seeds);
    Shuffling.Labelled labelled =
        Shuffling.apply(experiment.control(), read, real.labels(), parts, seeds);
    Table table = labelled.table();
    LabelSelection kept = new LabelSelection(labelled.kept(), real.words());
    int[] training = labelled(parts.training(), kept.labels());
    TableInputs inputs = EncoderKinds.of(experiment.encoder()).inputs(table, training);
    Architecture architecture =
        Compiler.architecture(experiment, inputs.inputs().featureCount(), table.tasks().size());
    requireRows(architecture, training, experiment);
    requireBatches(training, experiment);
    Standardisation standard = standardised(table, kept.labels());
    OptimizerSettings optimisation = Compiler.optimisation(experiment.training());
    int stepsPerEpoch =
        BatchOrder.shuffled(training, optimisation.batchSize(), architecture.couplesRows(), seeds)
            .batches();
    CaptureSchedule looks =
        Compiler.looks(
            experiment.capture(),
            (long) stepsPerEpoch * optimisation.epochs(),
            stepsPerEpoch,
            experiment.training().stopping().isPresent());
    TrainingSpec assignment =
        new TrainingSpec(
            architecture,
            optimisation,
            targets(experiment, table, kept.labels()),
            looks,
            experiment.training().stopping(),
            inputs.inputs(),
            new KnownLabels(table.labels(), kept.labels(), standard),
            new TrainingSpec.HeldOut(
                new KnownLabels(table.labels(), table.measured(), standard),
                metrics(experiment, table, parts, left),
                standard.deviation()),
            new TrainingSpec.RowSets(training, parts.validation(), parts.test()),
            seeds);
    List<String> notes = new ArrayList<>(table.notes());
    notes.addAll(left.notes());
    control(experiment.control()).ifPresent(notes::add);
    notes.addAll(oneSided(table, kept.labels()));
    return new Prepared(
        experiment,
        RunId.of(experiment.toString(), table.hashes()),
        table,
        kept.labels(),
        parts.training(),
        kept.words(),
        assignment,
        inputs.atoms(),
        notes);
  }

  /** What a reader of the results must know of a control. */
  private static Optional<String> control(Control control) {
    return control.fold(
        new Control.Cases<>() {
          @Override
          public Optional<String> none(Control.None none) {
            return Optional.empty();
          }

          @Override
          public Optional<String> shuffledRows(Control.ShuffledRows rows) {
            return Optional.of(
                rows
                    + ": label rows are shuffled over the training molecules; what the affinities"
                    + " show does not come from the molecules' structure");
          }

          @Override
          public Optional<String> shuffledLabels(Control.ShuffledLabels labels) {
            return Optional.of(
                labels
                    + ": each task's labels are shuffled over its molecules; the affinities show"
                    + " neither structure nor label correlation");
          }
        });
  }

  /** What an experiment needs of a molecule, apart from what its split does. */
  private static Set<Derived> needed(Experiment experiment) {
    Set<Derived> needed = EnumSet.noneOf(Derived.class);
    if (experiment.overlap() instanceof Overlap.ScaffoldDisjoint) {
      needed.add(Derived.SCAFFOLD);
    }
    if (experiment.encoder() instanceof Encoder.EcfpMlp) {
      needed.add(Derived.FINGERPRINT);
    }
    return needed;
  }

  private static void requireHeldOut(Experiment experiment, SplitRows parts, SplitNotes left) {
    boolean none = parts.validation().length + parts.test().length == 0;
    if (experiment.labelCorrelation().rows() == Rows.HELD_OUT && none) {
      throw new PlanException(
          Remedy.rows(Rows.HELD_OUT).asked()
              + " needs rows that are held out, and there are none.\n  "
              + left.whyFew()
              + "\n  write: "
              + Remedy.split(Mtl.randomSplit(0.8, 0.1, 0.1))
              + ", or "
              + Remedy.rows(Rows.ALL));
    }
  }

  /** The rows with a label left: the others would train nothing. */
  private static int[] labelled(int[] rows, BitSet[] kept) {
    return IntStream.of(rows)
        .filter(r -> Arrays.stream(kept).anyMatch(task -> task.get(r)))
        .toArray();
  }

  /** One task may be trained by itself where it was named, to compare with. */
  private static void requireSeveralTasks(Table table, Experiment said) {
    if (table.tasks().size() < 2 && said.data().chosen().size() != 1) {
      throw new PlanException(
          "Dataset \""
              + table.name()
              + "\" offers one task here, \""
              + table.tasks().get(0).name()
              + "\", and affinity is between two.\n  write: "
              + Remedy.tasks()
              + " with two or more"
              + table.notes().stream().map(n -> "\n  note: " + n).collect(Collectors.joining()));
    }
  }

  private static void requireRows(Architecture architecture, int[] training, Experiment said) {
    boolean lone = training.length < 2 || said.training().batchSize() < 2;
    if (architecture.couplesRows() && lone) {
      throw new PlanException(
          "Batch norm compares the rows of a batch, and here a batch holds one row ("
              + training.length
              + " rows, "
              + Remedy.batchSize(said.training().batchSize()).asked()
              + ").\n  write: "
              + Remedy.batchSize(32)
              + ", or norm(Norm.LAYER) for encoder and head");
    }
  }

  /** Batches of a capture have no row in common. */
  private static void requireBatches(int[] training, Experiment said) {
    int batches = said.capture().batches();
    long needed = (long) batches * said.training().batchSize();
    if (batches > 1 && training.length < needed) {
      throw new PlanException(
          Remedy.crossBatches(batches).asked()
              + " compares "
              + batches
              + " batches of "
              + said.training().batchSize()
              + " without a row in common, and needs "
              + needed
              + " training rows; there are "
              + training.length
              + ".\n  write: a smaller "
              + Remedy.batchSize().asked()
              + ", at most "
              + training.length / batches);
    }
  }

  private static Standardisation standardised(Table table, BitSet[] kept) {
    Standardisation standard = Standardisation.none(table.tasks().size());
    for (int t = 0; t < kept.length; t++) {
      if (table.tasks().get(t).type() == TaskType.REGRESSION) {
        standard.fit(t, table.labels()[t], kept[t]);
      }
    }
    return standard;
  }

  private static List<Target> targets(Experiment experiment, Table table, BitSet[] kept) {
    boolean balanced = experiment.training().classWeights() == ClassWeights.BALANCED;
    List<Target> targets = new ArrayList<>();
    for (int t = 0; t < kept.length; t++) {
      Task task = table.tasks().get(t);
      if (task.type() == TaskType.REGRESSION) {
        targets.add(Target.regression(task.name()));
      } else {
        double weight = balanced ? balance(table.labels()[t], kept[t]) : 1;
        targets.add(new Target(task.name(), Target.Kind.BINARY, weight));
      }
    }
    return targets;
  }

  /** n₋ / n₊; 1 where a class is absent, for then there is nothing to balance. */
  private static double balance(double[] labels, BitSet kept) {
    long positives = positives(labels, kept);
    long negatives = kept.cardinality() - positives;
    return positives == 0 || negatives == 0 ? 1 : (double) negatives / positives;
  }

  public static int positives(double[] labels, BitSet rows) {
    return (int) rows.stream().filter(r -> labels[r] > 0.5).count();
  }

  private static List<Metric> metrics(
      Experiment experiment, Table table, SplitRows parts, SplitNotes left) {
    Metric watched = experiment.training().stopping().map(Stopping::metric).orElse(Metric.LOSS);
    Metric ofClasses =
        watched == Metric.AVERAGE_PRECISION ? Metric.AVERAGE_PRECISION : Metric.ROC_AUC;
    Metric ofNumbers = watched == Metric.R2 ? Metric.R2 : Metric.RMSE;
    List<Metric> metrics =
        table.tasks().stream()
            .map(t -> t.type() == TaskType.REGRESSION ? ofNumbers : ofClasses)
            .toList();
    if (experiment.training().stopping().isPresent()) {
      requireWatchable(watched, metrics, parts, left);
    }
    return metrics;
  }

  private static void requireWatchable(
      Metric watched, List<Metric> metrics, SplitRows parts, SplitNotes left) {
    if (parts.validation().length == 0) {
      throw new PlanException(
          "stopEarly(Metric."
              + watched
              + ", …) needs validation rows, and there are none.\n  "
              + left.whyFew()
              + "\n  write: "
              + Remedy.split(Mtl.randomSplit(0.8, 0.1, 0.1)));
    }
    if (watched != Metric.LOSS && !metrics.contains(watched)) {
      throw new PlanException(
          "stopEarly(Metric."
              + watched
              + ", …) watches a metric that no task here has.\n  known: LOSS, "
              + String.join(", ", metrics.stream().map(Metric::name).distinct().toList()));
    }
  }

  /** Tasks of one class, or of one value, among the labels that train. */
  private static List<String> oneSided(Table table, BitSet[] kept) {
    List<String> notes = new ArrayList<>();
    for (int t = 0; t < kept.length; t++) {
      double[] labels = table.labels()[t];
      double[] known = kept[t].stream().mapToDouble(r -> labels[r]).toArray();
      if (Arrays.stream(known).allMatch(v -> v == known[0])) {
        boolean classes = table.tasks().get(t).type() == TaskType.CLASSIFICATION;
        notes.add(
            "task \""
                + table.tasks().get(t).name()
                + "\" trains on one "
                + (classes ? "class" : "value")
                + " only: "
                + known.length
                + (known.length == 1 ? " label" : " labels")
                + (classes ? ", " + positives(labels, kept[t]) + " positive" : ""));
      }
    }
    return notes;
  }
}
