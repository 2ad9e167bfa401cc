package org.taskaffinity.dsl;

import java.util.List;
import java.util.stream.Stream;

/**
 * The verbs of the language; each reads as the noun it makes.
 *
 * <pre>{@code
 * import static org.taskaffinity.dsl.Mtl.*;
 *
 * experiment("first look", dataset("tox21"))
 *     .overlap(targetJaccard(0.5))
 *     .encoder(gcn(256, 256, 256))
 *     .training(adamW(0.001).epochs(20))
 * }</pre>
 */
public final class Mtl {
  private Mtl() {}

  // Data

  /** A data set of the catalogue, for example {@code dataset("tox21")}. */
  public static Dataset dataset(String catalogueName) {
    return Dataset.of(new Source.Catalogue(catalogueName));
  }

  /** Some tasks of a data set: {@code dataset("sider", task("Cardiac disorders"))}. */
  public static Dataset dataset(String catalogueName, Task first, Task... more) {
    return dataset(catalogueName)
        .tasks(Stream.concat(Stream.of(first), Stream.of(more)).toArray(Task[]::new));
  }

  /**
   * A file of one's own: CSV or TSV, an Excel workbook (.xlsx) or an SD file; {@code .gz} and
   * {@code .zip} too.
   *
   * <p>Where no tasks are named, every column of labels is a task, except identifiers, bookkeeping
   * (weights, folds, dates) and molecular descriptors (MW, logP) by their names, whole numbers that
   * are all different, and more than two classes. Notes say which columns are tasks, and why others
   * are not.
   *
   * <p>Labels are numbers, or one of two classes: 0 and 1; two other whole numbers such as −1 and
   * 1, the larger being positive; or words such as active and inactive, yes and no, true and false,
   * positive and negative, toxic and non-toxic. Blank cells, NA, NaN, N/A, None, null, nd, ?, - and
   * #N/A count as not measured. Numbers with a qualifier ({@code >10}) or a unit are not read.
   *
   * @param name what to call it
   * @param path where it lies
   * @param tasks its label columns; none to find them
   */
  public static Dataset dataset(String name, String path, Task... tasks) {
    return Dataset.of(new Source.File(name, path, "", "", List.of()), tasks);
  }

  /** The embedded data set: 2,400 molecules made in code, six tasks with known affinities. */
  public static Dataset planted() {
    return planted(design());
  }

  /** A data set made in code by a design of one's own. */
  public static Dataset planted(Source.Planted design) {
    return Dataset.of(design);
  }

  /** The design of {@link #planted()}, to start another from. */
  public static Source.Planted design() {
    return new Source.Planted(2400, Cosines.TWO_FAMILIES, 2, 1.0, 0.1, 1);
  }

  /** A task of the type that the catalogue or the column itself shows. */
  public static Task task(String name) {
    return new Task(name, TaskType.AS_FOUND);
  }

  /** A task with labels 0 and 1. */
  public static Task classification(String name) {
    return new Task(name, TaskType.CLASSIFICATION);
  }

  /** A task with real-valued labels. */
  public static Task regression(String name) {
    return new Task(name, TaskType.REGRESSION);
  }

  // Splits

  /** Rows at random: fractions for training, validation and test that add up to 1. */
  public static Split.Random randomSplit(double training, double validation, double test) {
    return new Split.Random(new Split.Fractions(training, validation, test, null));
  }

  /** Whole scaffolds: fractions for training, validation and test that add up to 1. */
  public static Split.Scaffold scaffoldSplit(double training, double validation, double test) {
    return new Split.Scaffold(new Split.Fractions(training, validation, test, null));
  }

  /** As a column says: train, valid, test. */
  public static Split columnSplit(String column) {
    return new Split.Column(column);
  }

  /** Every row trains. */
  public static Split noSplit() {
    return new Split.Whole();
  }

  // Overlap

  /** The labels as they are. */
  public static Overlap natural() {
    return new Overlap.Natural();
  }

  /** Only rows with a label for every task. */
  public static Overlap completeCases() {
    return new Overlap.CompleteCases();
  }

  /**
   * Keeps a fraction of each task's labels. This is not the overlap: see {@link #targetJaccard}.
   */
  public static Overlap keepLabels(double fraction) {
    return new Overlap.KeepLabels(fraction);
  }

  /** Aims at a mean Jaccard index over all pairs of tasks. */
  public static Overlap.TargetJaccard targetJaccard(double jaccard) {
    return new Overlap.TargetJaccard(jaccard);
  }

  /** A shared block of molecules for all tasks, and molecules of its own for each. */
  public static Overlap.SharedAndDisjoint sharedAndDisjoint(double alpha) {
    return new Overlap.SharedAndDisjoint(alpha);
  }

  /** Two of {@link #sharedCount}, {@link #labels} and {@link #jaccard}; they fix the third. */
  public static Overlap.Fixed fixed(Overlap.Quantity first, Overlap.Quantity second) {
    return new Overlap.Fixed(first, second);
  }

  /** Molecules that every task keeps. */
  public static Overlap.Quantity sharedCount(int molecules) {
    return new Overlap.SharedCount(molecules);
  }

  /** Labels that each task keeps. */
  public static Overlap.Quantity labels(int perTask) {
    return new Overlap.Labels(perTask);
  }

  /** The Jaccard index of any two tasks. */
  public static Overlap.Quantity jaccard(double index) {
    return new Overlap.Jaccard(index);
  }

  /** A Jaccard index, with no scaffold in two tasks' own molecules. */
  public static Overlap.ScaffoldDisjoint scaffoldDisjoint(double jaccard) {
    return new Overlap.ScaffoldDisjoint(jaccard);
  }

  // Controls

  /** The labels as they are. */
  public static Control noControl() {
    return new Control.None();
  }

  /** Label rows permuted over the training molecules: E stays, and nothing can be learnt. */
  public static Control shuffledRows() {
    return new Control.ShuffledRows();
  }

  /** Each task's labels permuted over its own training molecules: E is gone, too. */
  public static Control shuffledLabels() {
    return new Control.ShuffledLabels();
  }

  // Network

  /** Graph convolutions of these widths; batch norm, dropout 0.3, a projection to 256 at first. */
  public static Encoder.Gcn gcn(int... widths) {
    return new Encoder.Gcn(UsualEncoders.boxed(widths), Norm.BATCH, 0.3, 256);
  }

  /** Dense layers over feature columns; batch norm, dropout 0.3, no projection at first. */
  public static Encoder.Mlp mlp(int... widths) {
    return new Encoder.Mlp(UsualEncoders.boxed(widths), Norm.BATCH, 0.3, 0);
  }

  /** Dense layers over 2048 ECFP4 bits; batch norm, dropout 0.3, no projection at first. */
  public static Encoder.EcfpMlp ecfpMlp(int... widths) {
    return new Encoder.EcfpMlp(UsualEncoders.boxed(widths), 2048, Norm.BATCH, 0.3, 0);
  }

  /**
   * Graph attention of these widths; 4 heads (2 or 1 where 4 do not divide the widths before the
   * last), batch norm, dropout 0.3, a projection to 256 at first.
   */
  public static Encoder.Gat gat(int... widths) {
    return new Encoder.Gat(
        UsualEncoders.boxed(widths), UsualEncoders.heads(widths), Norm.BATCH, 0.3, 256);
  }

  /** Graph isomorphism layers; batch norm, dropout 0.3, a projection to 256 at first. */
  public static Encoder.Gin gin(int... widths) {
    return new Encoder.Gin(UsualEncoders.boxed(widths), Norm.BATCH, 0.3, 256);
  }

  /**
   * Convolutions along SMILES; kernels of 3, 5 and 7 characters side by side, an embedding of 64,
   * no norm, dropout 0.3, a projection to 256 at first.
   */
  public static Encoder.Cnn cnn(int... widths) {
    return new Encoder.Cnn(UsualEncoders.boxed(widths), List.of(3, 5, 7), 64, Norm.NONE, 0.3, 256);
  }

  /** Directed message passing with chemprop's defaults: 300 wide, depth 3. */
  public static Encoder.Dmpnn dmpnn() {
    return dmpnn(300);
  }

  /**
   * Directed message passing along bonds (D-MPNN) of this width; by default depth 3 and, as in
   * chemprop, no norm, no dropout, no projection.
   */
  public static Encoder.Dmpnn dmpnn(int hidden) {
    return new Encoder.Dmpnn(hidden, 3, Norm.NONE, 0, 0);
  }

  /** A head with one hidden layer; batch norm and dropout 0.3 at first. */
  public static Head head(int width) {
    return new Head(width, Norm.BATCH, 0.3);
  }

  /** A head of one linear layer. */
  public static Head linearHead() {
    return new Head(0, Norm.NONE, 0);
  }

  // Training and looking

  /**
   * AdamW with this learning rate; weight decay 0.01, batches of 32, 50 epochs, constant rate,
   * gradients clipped at norm 1, the sum of the tasks' losses, no class weights, no early stopping
   * at first.
   */
  public static Training adamW(double learningRate) {
    return Training.usual(new Optimiser.AdamW(), learningRate, 0.01);
  }

  /** Adam with this learning rate; no weight decay at first, and the rest as {@link #adamW}. */
  public static Training adam(double learningRate) {
    return Training.usual(new Optimiser.Adam(), learningRate, 0);
  }

  /**
   * Stochastic gradient descent with this learning rate and a momentum in [0, 1), 0 for none; no
   * weight decay at first, and the rest as {@link #adamW}.
   */
  public static Training sgd(double learningRate, double momentum) {
    return Training.usual(new Optimiser.Sgd(momentum), learningRate, 0);
  }

  /** The sum of the tasks' gradients, which is what {@link Training#combine} takes by default. */
  public static Combination sum() {
    return new Combination.Sum();
  }

  /** The mean of the tasks' gradients over all K tasks. */
  public static Combination mean() {
    return new Combination.Mean();
  }

  /**
   * Captures the tasks' gradients at every n-th step, and averages over the last fifth of the steps
   * by default.
   */
  public static Capture captureEvery(int steps) {
    return new Capture(steps, last(0.2), Absent.MISSING);
  }

  /**
   * Captures the tasks' gradients at this many steps of the window or more (fewer than twice as
   * many), spread evenly; the last fifth of the steps by default. A window with fewer steps begins
   * earlier: every step of it is captured, or every step of the whole training. Where early
   * stopping ends the training before, the last captures are averaged, as many as asked for.
   *
   * @param count at least 1; 100 is the default of an experiment
   */
  public static Capture captures(int count) {
    return new Capture(new Capture.Count(count), last(0.2), Absent.MISSING);
  }

  /** Every captured step. */
  public static Window all() {
    return new Window.All();
  }

  /** The last fraction of the steps trained. */
  public static Window last(double fraction) {
    return new Window.Last(fraction);
  }

  /** Everything from an epoch on, counted from 1. */
  public static Window fromEpoch(int epoch) {
    return new Window.FromEpoch(epoch);
  }

  /** E from these rows, where at least 20 molecules are shared by default. */
  public static LabelCorrelation labelCorrelation(Rows rows) {
    return new LabelCorrelation(rows, 20);
  }

  /** A seed, as an axis of a sweep. */
  public static Seed seed(long value) {
    return new Seed(value);
  }

  // Experiments

  /** An experiment that can be run as it stands; {@link Experiment} lists its defaults. */
  public static Experiment experiment(String name, Dataset data) {
    return Experiment.of(name, data);
  }

  // Groups

  /** Agglomerative grouping by the mean distance; the silhouette chooses how many groups. */
  public static Grouping averageLinkage() {
    return new Grouping(Grouping.Method.AVERAGE, 0);
  }

  /** Agglomerative grouping by the largest distance between groups. */
  public static Grouping completeLinkage() {
    return new Grouping(Grouping.Method.COMPLETE, 0);
  }

  /** Agglomerative grouping by the smallest distance between groups. */
  public static Grouping singleLinkage() {
    return new Grouping(Grouping.Method.SINGLE, 0);
  }

  /** Agglomerative grouping by Ward's criterion. */
  public static Grouping wardLinkage() {
    return new Grouping(Grouping.Method.WARD, 0);
  }

  /** k-means on the rows of G. */
  public static Grouping kMeans() {
    return new Grouping(Grouping.Method.K_MEANS, 0);
  }

  /** HDBSCAN* on the rows of G. */
  public static Grouping hdbscan() {
    return new Grouping(Grouping.Method.HDBSCAN, 0);
  }

  // Measures of affinity

  /** The mean cosine of two tasks' gradients over the captured steps: the affinity G. */
  public static CaptureMeasure cosine() {
    return new CaptureMeasure(CaptureMeasure.Statistic.COSINE, 0, 0);
  }

  /** The mean inner product of two tasks' gradients, divided by their root mean square norms. */
  public static CaptureMeasure cosineOfMeanProducts() {
    return new CaptureMeasure(CaptureMeasure.Statistic.COSINE_OF_MEAN_PRODUCTS, 0, 0);
  }

  /** The fraction of captured steps with a negative cosine. */
  public static CaptureMeasure conflictRate() {
    return new CaptureMeasure(CaptureMeasure.Statistic.CONFLICT_RATE, 0, 0);
  }

  /** How far a step on one task lowers another's loss to first order; directed. */
  public static CaptureMeasure firstOrderLookahead() {
    return new CaptureMeasure(CaptureMeasure.Statistic.FIRST_ORDER_LOOKAHEAD, 0, 0);
  }

  /** The cosine of two tasks' expected gradients, from {@link Capture#crossBatches}. */
  public static CaptureMeasure signalAffinity() {
    return new CaptureMeasure(CaptureMeasure.Statistic.SIGNAL_AFFINITY, 0, 0);
  }

  /** The part of a cosine that comes from the tasks' expected gradients. */
  public static CaptureMeasure signalShare() {
    return new CaptureMeasure(CaptureMeasure.Statistic.SIGNAL_SHARE, 0, 0);
  }

  /** The part of a cosine that comes from sampling noise on shared molecules. */
  public static CaptureMeasure samplingShare() {
    return new CaptureMeasure(CaptureMeasure.Statistic.SAMPLING_SHARE, 0, 0);
  }

  /** Task2Vec: the cosine of the diagonal Fisher information of two tasks' probes by default. */
  public static Task2VecMeasure task2vec() {
    return new Task2VecMeasure(Fisher.DIAGONAL);
  }
}
