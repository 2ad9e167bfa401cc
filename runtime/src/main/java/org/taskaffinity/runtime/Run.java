package org.taskaffinity.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.gradient.CaptureLog;
import org.taskaffinity.runtime.record.Captures;
import org.taskaffinity.runtime.record.Description;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.report.ReportPage;
import org.taskaffinity.runtime.train.Checkpoint;
import org.taskaffinity.runtime.train.CheckpointFile;
import org.taskaffinity.runtime.train.Session;

/** One run, from its first step or its last checkpoint to a finished folder in the store. */
final class Run {
  static final String CHECKPOINT = "checkpoint.bin";

  /** Epochs shorter than this share a checkpoint, so that writing never takes the longer part. */
  private static final double SECONDS_BETWEEN_CHECKPOINTS =
      Double.parseDouble(System.getProperty("affinity.checkpoint.seconds", "1"));

  private final Prepared prepared;
  private final RunStore.Sitting sitting;
  private final Engine engine;
  private final Progress progress;
  private final Sittings sittings;

  Run(Prepared prepared, RunStore.Sitting sitting, Engine engine, Progress progress) {
    this.prepared = prepared;
    this.sitting = sitting;
    this.engine = engine;
    this.progress = progress;
    Description.write(prepared.experiment(), sitting.folder());
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    sittings =
        Sittings.begin(
            sitting.folder().resolve(Sittings.FILE), now, engine.words(prepared.assignment()));
  }

  /** Trains, writes the result's files and makes the run a finished one. */
  Result finish() {
    Session.Outcome outcome = train();
    Readout readout = new Readout(prepared, outcome);
    CaptureLog window = readout.window();
    RunRecord record = record(outcome, window.size());
    Result result = readout.result(record, sitting.finishedFolder());
    Captures captures = new Captures(window.steps(), window.cosines(), window.norms());
    ReportPage.write(result, sitting.folder());
    ResultFiles.write(result, captures, sitting.folder()); // its last file makes the folder whole
    sitting.finish();
    delete(sitting.finishedFolder().resolve(CHECKPOINT));
    return result;
  }

  private Session.Outcome train() {
    Path file = sitting.folder().resolve(CHECKPOINT);
    Optional<Checkpoint> from = CheckpointFile.read(file, progress::say);
    from.ifPresent(
        c -> progress.say("going on after step " + c.step() + " of " + prepared.steps()));
    progress.begin(
        prepared.experiment().name() + ", seed " + prepared.experiment().seed(),
        prepared.steps(),
        "steps");
    try {
      return Session.run(prepared.assignment(), from, engine::learner, new Keeper(file));
    } finally {
      progress.end();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  private RunRecord record(Session.Outcome outcome, int captures) {
    Architecture sizes = prepared.assignment().architecture();
    return new RunRecord(
        prepared.id(),
        prepared.experiment().toString(),
        prepared.table().hashes(),
        engine.versions(prepared.assignment()),
        engine.device().toString(),
        engine.threads(),
        sittings.started(),
        outcome.seconds(),
        outcome.history().size(),
        outcome.steps(),
        captures,
        new RunRecord.Parameters(
            sizes.encoderParameters(), (long) sizes.tasks() * sizes.headParameters()),
        notes(outcome));
  }

  private List<String> notes(Session.Outcome outcome) {
    List<String> notes = new ArrayList<>(prepared.notes());
    notes.add(prepared.overlap());
    sittings.note().ifPresent(notes::add);
    if (outcome.steps() < prepared.steps()) {
      notes.add("training ended early, after epoch " + outcome.history().size());
    }
    return notes;
  }

  /** Keeps checkpoints and tells of steps. */
  private final class Keeper implements Session.Listener {
    private final Path file;
    private long written = System.nanoTime();
    private String lastEpoch = "";

    Keeper(Path file) {
      this.file = file;
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
}
