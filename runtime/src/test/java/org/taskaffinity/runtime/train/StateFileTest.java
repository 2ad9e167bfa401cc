package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFileTest {
  private static final State STATE =
      new State(
          1234567890123L,
          Map.of("parameter/ä", new float[] {1, -0f, Float.NaN, 1e-45f}, "m/none", new float[0]));

  @Test
  void everyBitComesBack() throws IOException {
    State read = StateFile.read(new ByteArrayInputStream(written()));
    assertEquals(STATE.updates(), read.updates());
    assertEquals(STATE.arrays().keySet(), read.arrays().keySet());
    assertArrayEquals(STATE.arrays().get("parameter/ä"), read.arrays().get("parameter/ä"));
  }

  @Test
  void aFlippedBitAnywhereIsNoticed() throws IOException {
    byte[] whole = written();
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertThrows(
          IOException.class, () -> StateFile.read(new ByteArrayInputStream(damaged)), "byte " + i);
    }
  }

  @Test
  void aStateCutShortIsNoticedWhereverItIsCut() throws IOException {
    byte[] whole = written();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(
          IOException.class,
          () -> StateFile.read(new ByteArrayInputStream(cut)),
          "length " + length);
    }
  }

  /** Sizes are looked at before they are used, not only the checksum at the end. */
  @Test
  void anyBitMayBeFlipped() throws IOException {
    byte[] whole = written();
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          IOException.class, () -> StateFile.read(new ByteArrayInputStream(damaged)), "bit " + bit);
    }
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateFile.write(STATE, bytes);
    return bytes.toByteArray();
  }
}
