package org.taskaffinity.runtime.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.train.Checkpoint;
import org.taskaffinity.runtime.train.CheckpointFile;
import org.taskaffinity.runtime.train.Session;

/** Keeps the checkpoints of a training and tells of its steps. */
final class CheckpointListener implements Session.Listener {

  /** Epochs shorter than this share a checkpoint, so that writing never takes the longer part. */
  private static final double SECONDS_BETWEEN_CHECKPOINTS =
      Double.parseDouble(System.getProperty("affinity.checkpoint.seconds", "1"));

  private final Path file;
  private final Progress progress;
  private long written = System.nanoTime();
  private String lastEpoch = "";

  private CheckpointListener(Path file, Progress progress) {
    this.file = file;
    this.progress = progress;
  }

  /** Trains, from the checkpoint in the file if there is one. */
  static Session.Outcome train(Prepared prepared, Engine engine, Path file, Progress progress) {
    Optional<Checkpoint> from = CheckpointFile.read(file, progress::say);
    from.ifPresent(
        c -> progress.say("going on after step " + c.step() + " of " + prepared.steps()));
    Experiment experiment = prepared.experiment();
    progress.begin(experiment.name() + ", seed " + experiment.seed(), prepared.steps(), "steps");
    try {
      CheckpointListener keeper = new CheckpointListener(file, progress);
      return Session.run(prepared.assignment(), from, engine::learner, keeper);
    } finally {
      progress.end();
    }
  }

  @Override
  public void step(long done, long total, int epoch, double loss) {
    progress.advance(done, "epoch " + epoch + lastEpoch);
  }

  @Override
  public void keep(Checkpoint checkpoint, boolean stopping) {
    Epoch epoch =
        checkpoint.history().isEmpty()
            ? null
            : checkpoint.history().get(checkpoint.history().size() - 1);
    lastEpoch =
        epoch == null
            ? ""
            : String.format(
                Locale.ROOT, ", loss of the last %.3f", Epoch.mean(epoch.trainingLoss()));
    long now = System.nanoTime();
    if (stopping || now - written > SECONDS_BETWEEN_CHECKPOINTS * 1e9) {
      CheckpointFile.write(checkpoint, file);
      written = System.nanoTime();
    }
  }
}
