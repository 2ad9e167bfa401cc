package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTeamTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 11})
  void everySliceIsDoneOnceARoundAndNoneBeforeTheLastRoundHasEnded(int threads) throws Exception {
    try (WorkerTeam team = new WorkerTeam(threads)) {
      AtomicIntegerArray done = new AtomicIntegerArray(WorkerTeam.SLICES);
      for (int round = 1; round <= 2000; round++) {
        team.each(done::incrementAndGet);
        for (int slice = 0; slice < WorkerTeam.SLICES; slice++) {
          assertEquals(round, done.get(slice));
        }
        if (round % 500 == 0) {
          Thread.sleep(5); // long enough to fall asleep
        }
      }
    }
  }

  @Test
  void whoIsDoneTakesTheSlicesOfWhoLagsBehind() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      Map<Thread, Integer> done = new ConcurrentHashMap<>();
      Thread caller = Thread.currentThread();
      team.each(
          slice -> {
            if (Thread.currentThread() != caller) {
              pause(400); // the caller does all else meanwhile
            }
            done.merge(Thread.currentThread(), 1, Integer::sum);
          });
      assertTrue(done.get(caller) >= WorkerTeam.SLICES - 1, done.toString());
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatGoesWrongIsThrownAndTheTeamGoesOn(int threads) {
    try (WorkerTeam team = new WorkerTeam(threads)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              team.each(
                  slice -> {
                    if (slice == 5) {
                      throw new IllegalStateException("slice");
                    }
                  }));
      AtomicInteger sum = new AtomicInteger();
      team.each(sum::addAndGet);
      assertEquals(28, sum.get());
    }
  }

  @Test
  void anInterruptIsKeptAndCutsNothing() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      Thread.currentThread().interrupt();
      int[] sum = new int[WorkerTeam.SLICES];
      for (int round = 0; round < 100; round++) {
        team.each(slice -> sum[slice]++);
      }
      assertEquals(100 * WorkerTeam.SLICES, IntStream.of(sum).sum());
      assertTrue(Thread.interrupted());
    }
  }
}
