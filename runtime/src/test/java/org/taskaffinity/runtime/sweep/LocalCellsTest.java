package org.taskaffinity.runtime.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;

/** Cells that train nothing: what happens to them is what is tested. */
@Timeout(20)
class LocalCellsTest {
  private static final String SAID = Mtl.experiment("e", Mtl.dataset("tox21")).toString();

  private static List<Cell> cells(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Cell("cell-" + i, SAID, Optional.empty()))
        .toList();
  }

  /** Counts how often each cell was tried, and how many at once. */
  private abstract static class Counted implements CellWork {
    final Map<Cell, Integer> times = new ConcurrentHashMap<>();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();

    @Override
    public Outcome work(Cell cell, boolean alone, Progress progress) {
      int time = times.merge(cell, 1, Integer::sum);
      int now = running.incrementAndGet();
      most.accumulateAndGet(now, Math::max);
      if (alone) {
        assertEquals(1, now);
      }
      try {
        return work(cell, time, alone);
      } catch (InterruptedException e) {
        throw RunException.stopped("stopped");
      } finally {
        running.decrementAndGet();
      }
    }

    abstract Outcome work(Cell cell, int time, boolean alone) throws InterruptedException;

    @Override
    public boolean done(Cell cell) {
      return false;
    }

    Map<Cell, RuntimeException> executed(List<Cell> cells) {
      return new LocalCells(4)
          .execute(cells, this, new SweepWatch(Progress.NONE, cells.size(), 0, 4));
    }
  }

  @Test
  void asManyAtOnceAsAsked() {
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(5);
            return Outcome.DONE;
          }
        };
    assertEquals(Map.of(), work.executed(cells(40)));
    assertEquals(4, work.most.get());
    assertEquals(40, work.times.values().stream().mapToInt(i -> i).sum());
  }

  @Test
  void aFailureIsTriedOnceMore() {
    List<Cell> cells = cells(5);
    RunException always = new RunException("always");
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) {
            if (cell == cells.get(1) || cell == cells.get(3) && time == 1) {
              throw always;
            }
            return Outcome.DONE;
          }
        };
    assertEquals(Map.of(cells.get(1), always), work.executed(cells));
    assertEquals(2, work.times.get(cells.get(1)));
    assertEquals(2, work.times.get(cells.get(3)));
  }

  @Test
  void whatDoesNotFitItsDataIsNotTriedAgain() {
    PlanException unfit = new PlanException("unfit");
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) {
            throw unfit;
          }
        };
    List<Cell> cells = cells(2);
    assertEquals(Map.of(cells.get(0), unfit, cells.get(1), unfit), work.executed(cells));
    assertEquals(List.of(1, 1), List.copyOf(work.times.values()));
  }

  @Test
  void aMistakeInTheSentenceEndsAll() {
    DescriptionException mistake = new DescriptionException("mistake");
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) throws InterruptedException {
            if (cell.id().equals("cell-2")) {
              throw mistake;
            }
            TimeUnit.SECONDS.sleep(30);
            return Outcome.DONE;
          }
        };
    assertSame(mistake, assertThrows(DescriptionException.class, () -> work.executed(cells(100))));
  }

  @Test
  void whereMemoryRanOutTheCellIsTriedWithNothingBesideIt() {
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(5);
            if (cell.id().equals("cell-2") && !alone || cell.id().equals("cell-3")) {
              throw new OutOfMemoryError("Java heap space");
            }
            return Outcome.DONE;
          }
        };
    List<Cell> cells = cells(8);
    Map<Cell, RuntimeException> given = work.executed(cells);
    assertEquals(List.of(cells.get(3)), List.copyOf(given.keySet()));
    assertTrue(given.get(cells.get(3)).getMessage().startsWith("Memory ran out"));
    assertEquals(2, work.times.get(cells.get(2)));
  }

  @Test
  void whatWantsAllGoesAloneWhenTheOthersAreDone() {
    AtomicInteger beside = new AtomicInteger();
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) throws InterruptedException {
            boolean wants = Integer.parseInt(cell.id().substring(5)) % 3 == 0;
            if (wants && !alone) {
              return Outcome.ALONE;
            }
            TimeUnit.MILLISECONDS.sleep(10);
            beside.addAndGet(alone ? running.get() - 1 : 0);
            return Outcome.DONE;
          }
        };
    assertEquals(Map.of(), work.executed(cells(20)));
    assertEquals(0, beside.get());
    assertEquals(27, work.times.values().stream().mapToInt(i -> i).sum());
  }

  /** One is finished by another process, the claim of the other is free at its third look. */
  @Test
  void whatSomebodyElseWorksOnIsComeBackTo() {
    AtomicInteger looks = new AtomicInteger();
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) {
            return switch (cell.id()) {
              case "cell-0" -> Outcome.ELSEWHERE;
              case "cell-1" -> time < 3 ? Outcome.ELSEWHERE : Outcome.DONE;
              default -> Outcome.DONE;
            };
          }

          @Override
          public boolean done(Cell cell) {
            return cell.id().equals("cell-0") && looks.incrementAndGet() > 1;
          }
        };
    List<Cell> cells = cells(6);
    assertEquals(Map.of(), work.executed(cells));
    assertEquals(3, work.times.get(cells.get(1)));
  }

  @Test
  void anInterruptStopsAll() throws InterruptedException {
    Counted work =
        new Counted() {
          @Override
          Outcome work(Cell cell, int time, boolean alone) throws InterruptedException {
            if (cell.id().equals("cell-0")) {
              return Outcome.DONE;
            }
            TimeUnit.SECONDS.sleep(30);
            return Outcome.DONE;
          }
        };
    Thread caller = Thread.currentThread();
    new Thread(
            () -> {
              while (work.running.get() < 4) {
                Thread.onSpinWait();
              }
              caller.interrupt();
            })
        .start();
    RunException stopped = assertThrows(RunException.class, () -> work.executed(cells(10)));
    assertTrue(stopped.stopped());
    assertTrue(stopped.getMessage().startsWith("Stopped with 1 of 10 experiments finished"));
    assertEquals(0, work.running.get());
    assertFalse(Thread.interrupted());
  }
}
