package org.taskaffinity.runtime.run;

import java.util.Optional;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.plan.Cost;
import org.taskaffinity.runtime.plan.MemoryBudget;
import org.taskaffinity.runtime.plan.Preparation;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.sweep.Cell;
import org.taskaffinity.runtime.sweep.CellWork;

/**
 * Makes the run of a sweep's cell. The engine in Java takes one thread for it, whatever the machine
 * has, so that its bits depend neither on what runs beside it nor on how many cores there are; DJL
 * takes all threads, with nothing beside it.
 */
public final class CellRun implements CellWork {
  private final RunStore store;
  private final Preparation preparation;
  private final Engine engine;
  private final MemoryBudget memory;

  public CellRun(RunStore store, Preparation preparation, Engine engine, MemoryBudget memory) {
    this.store = store;
    this.preparation = preparation;
    this.engine = engine;
    this.memory = memory;
  }

  @Override
  public boolean done(Cell cell) {
    return cell.isResult(store.mark(cell.id()));
  }

  @Override
  public Outcome work(Cell cell, boolean alone, Progress progress) {
    if (done(cell)) {
      return Outcome.DONE;
    }
    Optional<RunStore.Sitting> claim = store.claim(cell.id());
    if (claim.isEmpty()) {
      return Outcome.ELSEWHERE;
    }
    try (RunStore.Sitting sitting = claim.get()) {
      // Another process may have finished it between the look and the claim.
      return done(cell) ? Outcome.DONE : work(cell, sitting, alone, progress);
    }
  }

  private Outcome work(Cell cell, RunStore.Sitting sitting, boolean alone, Progress progress) {
    Prepared prepared = prepared(cell);
    boolean java = engine.trainsInJava(prepared.assignment());
    if (!java && !alone) {
      return Outcome.ALONE;
    }
    try (MemoryBudget.Held held = memory.hold(Cost.memory(prepared), progress::say)) {
      if (cell.passedOver().isPresent()) {
        sitting.startAnew();
      }
      new Run(prepared, sitting, java ? engine.oneThread() : engine, progress)
          .finish(cell.passedOver());
      return Outcome.DONE;
    } catch (InterruptedException e) {
      throw RunException.stopped("Stopped before the first step.\n  to go on, run the same again");
    }
  }

  @Override
  public void require(Cell cell) {
    prepared(cell);
  }

  private Prepared prepared(Cell cell) {
    Prepared prepared = preparation.of(Experiment.read(cell.description()));
    if (!prepared.id().equals(cell.id())) {
      throw new RunException(
          "The data of \""
              + prepared.table().name()
              + "\" changed while the sweep was running.\n  run the sweep again: what is finished"
              + " with the old data stays stored under its own name");
    }
    return prepared;
  }
}
