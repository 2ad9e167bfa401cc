package org.taskaffinity.runtime.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.analysis.ResultBuilder;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.train.EncoderFile;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.Session;
import org.taskaffinity.runtime.train.State;
import org.taskaffinity.runtime.train.TrainingSpec;

/**
 * The encoder that a finished run left. A run from before encoders were kept is trained once more,
 * which its seed brings to the same weights, and its encoder is then kept with it.
 */
public final class TrainedEncoder {
  private final Prepared prepared;
  private final Result result;
  private final Engine engine;
  private final Progress progress;

  /**
   * @throws PlanException if the data, or the numerics, are no longer those of the run
   */
  public TrainedEncoder(Prepared prepared, Result result, Engine engine, Progress progress) {
    if (!prepared.id().equals(result.record().id())) {
      throw new PlanException(
          "Run "
              + result.record().id()
              + " was made of other data, or by other numerics, than are here: its molecules cannot"
              + " be shown to its encoder.\n"
              + "  write: runner.run(result.experiment()) for one of today's");
    }
    this.prepared = prepared;
    this.result = result;
    this.engine = engine;
    this.progress = progress;
  }

  /** z of the training rows, [rows][D], with running statistics and without dropout. */
  public float[][] ofTrainingRows() {
    return representations(prepared.assignment().rows().training());
  }

  /** z of rows of the table, [rows][D], with running statistics and without dropout. */
  public float[][] representations(int[] rows) {
    State encoder = EncoderFile.read(result.folder()).orElseGet(this::trainedAgain);
    TrainingSpec assignment = prepared.assignment();
    try (Learner learner = engine.learner(assignment)) {
      EncoderFile.into(learner, encoder);
      return learner.encode(assignment.batchMaker(learner.form()), rows);
    }
  }

  private State trainedAgain() {
    progress.say("this run kept no encoder; training it once more");
    Path checkpoint = result.folder().resolve(Run.CHECKPOINT);
    Session.Outcome outcome = CheckpointListener.train(prepared, engine, checkpoint, progress);
    double apart = apart(new ResultBuilder(prepared, outcome).affinity(), result.affinity());
    if (apart > 0) {
      progress.say(
          String.format(
              Locale.ROOT,
              "the encoder was trained once more by another engine, or another version of it: its"
                  + " affinities are up to %.1e from the run's",
              apart));
    }
    EncoderFile.write(outcome.state(), result.folder());
    delete(checkpoint);
    return outcome.state();
  }

  private static double apart(TaskMatrix one, TaskMatrix other) {
    double[] a = one.pairs();
    double[] b = other.pairs();
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Double.isNaN(a[i]) ? most : Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }
}
