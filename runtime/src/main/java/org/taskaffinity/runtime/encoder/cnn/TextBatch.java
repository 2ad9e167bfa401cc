package org.taskaffinity.runtime.encoder.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.taskaffinity.runtime.encoder.Characters;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.Structure;
import org.taskaffinity.runtime.tensor.Slab;

/**
 * Texts one after another: each character as a row with a single one, the characters in the window
 * around each, and those of each text. A place beyond the ends of a text is row N, which holds
 * zeros: so nothing depends on the lengths of the other texts.
 */
final class TextBatch implements EncoderBatch {
  private final Characters source;
  private final int window;
  private final Slab inputs = new Slab();
  private final Slab links = new Slab();
  private final Slab members = new Slab();
  private int texts;
  private int longest;
  private int all;

  TextBatch(Characters source, int window) {
    this.source = source;
    this.window = window;
  }

  @Override
  public void write(int[] rows) {
    texts = rows.length;
    all = 0;
    longest = 0;
    for (int row : rows) {
      all += source.length(row);
      longest = Math.max(longest, source.length(row));
    }
    FloatBuffer ones = inputs.floats(all * Characters.ALPHABET);
    LongBuffer around = links.longs(all * window);
    LongBuffer own = members.longs(rows.length * longest);
    float[] one = new float[Characters.ALPHABET];
    int first = 0;
    for (int row : rows) {
      int length = source.length(row);
      for (int i = 0; i < length; i++) {
        int code = source.code(row, i);
        one[code] = 1;
        ones.put(one);
        one[code] = 0;
        for (int w = i - window / 2; w <= i + window / 2; w++) {
          around.put(w < 0 || w >= length ? all : first + w);
        }
      }
      for (int i = 0; i < longest; i++) {
        own.put(i < length ? first + i : all);
      }
      first += length;
    }
  }

  @Override
  public int count() {
    return all;
  }

  @Override
  public int count(int row) {
    return source.length(row);
  }

  /** Only layers' outputs are dropped. */
  @Override
  public void drawMasks(long step) {}

  @Override
  public NDArray inputs(NDManager manager, DataType type) {
    return inputs.tensor(manager, type, all, Characters.ALPHABET);
  }

  @Override
  public Structure structure(NDManager manager, DataType type, boolean masked) {
    return new Windows(
        links.indices(manager, all, window), members.indices(manager, texts, longest));
  }
}
