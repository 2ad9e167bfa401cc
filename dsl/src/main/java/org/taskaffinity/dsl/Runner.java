package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/** Gives descriptions effect. Not for use by several threads at once. */
public interface Runner extends AutoCloseable {

  /** A runner with everything by default. */
  static Runner open() {
    return open(Settings.settings());
  }

  /**
   * The runner found on the class path.
   *
   * @throws RunException if there is none
   */
  static Runner open(Settings settings) {
    return ServiceLoader.load(Provider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new RunException(
                    "No runtime on the class path, so this experiment can be described but not"
                        + " run.\n  add: org.taskaffinity:taskaffinity-runtime"))
        .open(settings);
  }

  /**
   * Lets this runner answer what is asked of a description, {@link Dataset#tasks()} and {@link
   * Dataset#head()}, for the whole process, until the answer is closed. Scripts, the prompt and
   * notebooks do so with their {@code runner}.
   */
  static Using using(Runner runner) {
    return RunnerInForce.use(runner);
  }

  /** A runner in force, until closed. */
  interface Using extends AutoCloseable {
    @Override
    void close();
  }

  /** What a runtime offers to be found. */
  interface Provider {
    Runner open(Settings settings);
  }

  /**
   * Runs an experiment, or takes its result from the store. A run that was interrupted goes on.
   *
   * @throws PlanException if it does not fit its data
   * @throws RunException if the world failed; what was reached is kept
   */
  Result run(Experiment experiment);

  /**
   * Runs every experiment of a sweep: several at once, each in one thread, where the engine in Java
   * trains them; one after another, in all threads, where DJL does. A second process that runs the
   * same sweep into the same folder takes its share.
   *
   * <p>An experiment that fails is tried once more. If it fails again, or does not fit its data, it
   * is listed in {@link Results#failed}, and the others go on.
   *
   * @throws RunException if it was stopped, with everything kept that was reached, or if every
   *     experiment failed
   * @throws PlanException if no experiment fits its data
   */
  default Results run(Sweep sweep) {
    return run(sweep.base().name(), sweep.experiments());
  }

  /**
   * The same for experiments that are no combinations of axes.
   *
   * @param name what the whole is called where its progress is told
   * @param experiments at least one; one that stands there twice is run once
   */
  Results run(String name, List<Experiment> experiments);

  /**
   * Starts what the first run would have to wait for. Nobody needs to ask; a prompt does, in a
   * thread of its own, while its user types. This alone may be called beside everything else.
   */
  default void prepare() {}

  /**
   * Works out every size. What a step takes on this machine is tried for some seconds, once for
   * each kind of training, and remembered in the user's cache; nothing else is trained or written.
   */
  Plan plan(Experiment experiment);

  /**
   * The label correlation E of an experiment by its own {@link LabelCorrelation}, without training:
   * E of held-out rows beside E of what the gradients saw.
   *
   * @return what {@link Result#labelCorrelation} of its run would be
   */
  TaskMatrix labelCorrelation(Experiment experiment);

  /** Plans every experiment of a sweep, and how many are trained at once. */
  default SweepPlan plan(Sweep sweep) {
    List<Plan> each = sweep.experiments().stream().map(this::plan).toList();
    return new SweepPlan(
        each,
        1,
        each.stream().mapToLong(Plan::memory).max().orElse(0),
        each.stream().map(Plan::time).reduce(Duration.ZERO, Duration::plus),
        List.of());
  }

  /**
   * The tasks of a data set, each a classification or a regression: those that were named, else all
   * that the catalogue lists or that are found in the file.
   *
   * @return at least one
   * @throws PlanException if a task is not there, or nothing in the file can be a task
   * @throws RunException if its file cannot be read or fetched
   */
  List<Task> tasks(Dataset data);

  /**
   * The first rows of a data set, as they are read: molecules or features, and the labels of its
   * tasks. Nothing is left out yet: not duplicates, nor molecules that cannot be parsed.
   *
   * @param rows how many, at least 1; all where there are fewer
   * @throws PlanException if the data set does not fit its file
   * @throws RunException if its file cannot be read or fetched
   */
  FirstRows head(Dataset data, int rows);

  /** The first 5 rows of a data set. */
  default FirstRows head(Dataset data) {
    return head(data, 5);
  }

  /** How far the tasks of one or several datasets are measured on the same molecules. */
  List<Audit> audit(Dataset... datasets);

  /**
   * Puts tasks into groups by their affinities.
   *
   * @param affinity symmetric, larger where tasks are more alike
   * @throws PlanException if it is directed; {@link TaskMatrix#symmetrised()} is the mean of both
   *     directions
   */
  TaskGroups group(TaskMatrix affinity, Grouping grouping);

  /**
   * How far two groupings of the same tasks agree: groups by affinity and groups by label
   * correlation, two methods, or what was found and what was planted.
   *
   * @param one groups of every task; a task left ungrouped counts as a group of one
   * @param other groups of the same tasks, in any order
   * @throws PlanException if their tasks differ
   */
  Agreement compare(TaskGroups one, TaskGroups other);

  /**
   * Compares real labels with a control, pair by pair: {@code
   * runner.contrast(runner.run(look.over(noControl(), shuffledRows()).seeds(1, 2, 3)))}.
   *
   * @param results of experiments with real labels and of the same experiments under a control
   * @return one for every condition that has a control, in the order of the results
   * @throws PlanException if there is no control, or none of real labels to compare it with
   * @throws RunException if the captures of a single seed cannot be read
   */
  List<Contrast> contrast(Results results);

  /**
   * How two matrices of the same tasks go together: G of one overlap and E of another, two
   * encoders, or what was found and what was planted.
   *
   * @param one a matrix
   * @param other another; its tasks may stand in another order, and there may be more of them
   * @throws PlanException if one of them is directed; {@link TaskMatrix#symmetrised()} is the mean
   *     of both directions
   */
  Relation relate(TaskMatrix one, TaskMatrix other);

  /** Every data set known by name. */
  List<CatalogueEntry> catalogue();

  /**
   * Where a data set lies on this machine, looked at but not fetched.
   *
   * @param name as the catalogue writes it
   */
  DataState locate(String name);

  /** Fetches a data set that is not there yet, and checks it. */
  DataState fetch(String name);

  /**
   * Writes a page about a result, its matrices as CSV beside it.
   *
   * @return the page
   */
  Path report(Result result, Path folder);

  /** Writes a page about the results of a sweep, and tables of them beside it. */
  Path report(Results results, Path folder);

  /**
   * Writes a page about an audit, {@code overlap.html}, and its tables: {@code overlap.csv}
   * (Jaccard indices), {@code shared.csv}, {@code of-smaller.csv}, {@code labels.csv} (label
   * correlations, where they are known), {@code pairs.csv} and {@code tasks.csv}.
   *
   * @return the page
   */
  Path report(Audit audit, Path folder);

  /** Draws a figure; the file's ending says how, as with {@link Figure#save(Path)}. */
  void draw(Figure figure, Path file);

  /**
   * Writes a matrix; the file's ending says how: {@code .csv} with a header and names in the first
   * column, {@code .json} with {@code tasks} and {@code values}, {@code .npz} with arrays of these
   * names for NumPy. {@link #matrix} reads the same bits back.
   */
  void save(TaskMatrix matrix, Path file);

  /**
   * Reads a matrix from a {@code .csv}, {@code .json} or {@code .npz} file, whoever wrote it. An
   * empty field and a null are NaN. An {@code .npz} file has one square matrix, and may have names.
   *
   * @throws PlanException if there is no such file, or no such matrix in it
   */
  TaskMatrix matrix(Path file);

  /**
   * Each captured step of a result: for an affinity measure of one's own, and to see how cosines
   * move in training.
   *
   * @throws RunException if the captures cannot be read
   */
  Captured captured(Result result);

  /**
   * A measure of affinity, of one run.
   *
   * @throws PlanException if the run does not hold what the measure needs, such as captures of the
   *     epochs asked for; or if its data is no longer what it was trained on, where the measure
   *     needs it
   * @throws RunException if what is stored cannot be read
   */
  default MeasuredAffinity affinity(Result result, Measure measure) {
    return affinity(List.of(result), measure);
  }

  /**
   * A measure of affinity, its mean over runs; a pair's NaNs are skipped.
   *
   * @param results at least one; they differ in their seed alone, such as those of {@link
   *     Sweep#seeds}
   * @throws PlanException as for one run, or if the runs differ in more than their seed
   */
  MeasuredAffinity affinity(List<Result> results, Measure measure);

  /** What a measure costs on top of one run of an experiment. Nothing is trained or encoded. */
  MeasureCost cost(Experiment experiment, Measure measure);

  /**
   * Task2Vec of a result: its trained encoder, probed by each task. {@link Mtl#task2vec} is the
   * measure of affinity; this keeps the embeddings it is made from. The encoder is kept with the
   * run; of a run made before encoders were kept, the training is made once more.
   *
   * @throws PlanException if its data is no longer what it was trained on
   */
  Task2Vec task2vec(Result result);

  /** The runs in the store, the newest first; those unfinished and damaged too. */
  List<StoredRun> runs();

  /**
   * The result of a finished run.
   *
   * @param run the beginning of its id, or its folder
   * @throws PlanException if there is none, or several begin so
   */
  Result stored(String run);

  /**
   * Writes a result with all its files into one zip: description, data hashes, matrices, captures,
   * page, and the SHA-256 of each. The same result gives the same bytes.
   */
  void export(Result result, Path bundle);

  /**
   * Takes a run out of a bundle into the store, once every file in it proved to be what was
   * exported.
   *
   * @throws PlanException if it is no bundle, or one that was altered
   */
  ImportedRun importBundle(Path bundle);

  /**
   * Measures training steps and captures, by every engine that the settings allow, beside their
   * bare matrix products; on batches of real data where they are found.
   *
   * @param rounds turns of each engine that a median is of
   * @param tasks numbers of tasks, K
   */
  Speed measureSpeed(int rounds, int... tasks);

  @Override
  void close();
}
