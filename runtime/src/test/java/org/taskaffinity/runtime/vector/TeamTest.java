package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TeamTest {

  @Test
  void everyPartIsDoneOnceARoundAndNoneBeforeTheLastRoundHasEnded() throws Exception {
    try (Team team = new Team(3)) {
      AtomicIntegerArray done = new AtomicIntegerArray(3);
      for (int round = 1; round <= 2000; round++) {
        team.each(done::incrementAndGet);
        for (int part = 0; part < 3; part++) {
          assertEquals(round, done.get(part));
        }
        if (round % 500 == 0) {
          Thread.sleep(5); // long enough to fall asleep
        }
      }
    }
  }

  @Test
  void whatGoesWrongInAHelperIsThrownAndTheTeamGoesOn() {
    try (Team team = new Team(2)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              team.each(
                  part -> {
                    if (part == 1) {
                      throw new IllegalStateException("helper");
                    }
                  }));
      int[] sum = new int[2];
      team.each(part -> sum[part] = part + 1);
      assertEquals(3, sum[0] + sum[1]);
    }
  }

  @Test
  void anInterruptIsKeptAndCutsNothing() {
    try (Team team = new Team(2)) {
      Thread.currentThread().interrupt();
      int[] sum = new int[2];
      for (int round = 0; round < 100; round++) {
        team.each(part -> sum[part]++);
      }
      assertEquals(200, sum[0] + sum[1]);
      assertTrue(Thread.interrupted());
    }
  }
}
