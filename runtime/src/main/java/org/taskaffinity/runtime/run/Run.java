package org.taskaffinity.runtime.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.analysis.ResultBuilder;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.record.Description;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.report.ReportPage;
import org.taskaffinity.runtime.train.EncoderFile;
import org.taskaffinity.runtime.train.Session;

/** One run, from its first step or its last checkpoint to a finished folder in the store. */
public final class Run {
  static final String CHECKPOINT = "checkpoint.bin";

  private final Prepared prepared;
  private final RunStore.Sitting sitting;
  private final Engine engine;
  private final Progress progress;
  private final SessionHistory sittings;

  public Run(Prepared prepared, RunStore.Sitting sitting, Engine engine, Progress progress) {
    this.prepared = prepared;
    this.sitting = sitting;
    this.engine = engine;
    this.progress = progress;
    Description.write(prepared.experiment(), sitting.folder());
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    sittings =
        SessionHistory.begin(
            sitting.folder().resolve(SessionHistory.FILE),
            now,
            engine.words(prepared.assignment()));
  }

  /**
   * Trains, writes the result's files and makes the run a finished one, unless somebody else has
   * finished it meanwhile.
   *
   * @param replaced the mark of a stored run that this one replaces; empty for none
   * @return whether the run that is stored now is this one
   */
  public boolean finish(Optional<String> replaced) {
    Session.Outcome outcome = train();
    ResultBuilder readout = new ResultBuilder(prepared, outcome);
    Captured window = readout.window();
    RunRecord record = record(outcome, window.size(), readout.notes());
    Result result = readout.result(record, sitting.finishedFolder());
    EncoderFile.write(outcome.state(), sitting.folder());
    ReportPage.write(result, sitting.folder());
    List<ColumnRole> columns = prepared.table().columns();
    // Its last file makes the folder whole.
    ResultFiles.write(result, window, columns, sitting.folder());
    delete(sitting.folder().resolve(CHECKPOINT));
    return sitting.finish(replaced);
  }

  private Session.Outcome train() {
    return CheckpointListener.train(
        prepared, engine, sitting.folder().resolve(CHECKPOINT), progress);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  private RunRecord record(Session.Outcome outcome, int captures, List<String> read) {
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
        notes(outcome, read));
  }

  private List<String> notes(Session.Outcome outcome, List<String> read) {
    List<String> notes = new ArrayList<>(prepared.notes());
    notes.add(prepared.overlap());
    notes.addAll(read);
    sittings.note().ifPresent(notes::add);
    engine.note(prepared.assignment()).ifPresent(notes::add);
    if (outcome.steps() < prepared.steps()) {
      notes.add("training ended early, after epoch " + outcome.history().size());
    }
    return notes;
  }
}
