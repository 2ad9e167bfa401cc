package org.taskaffinity.runtime.train;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Writes texts one after another into a batch: each character as a row with a single one, the
 * characters in the window around each, and those of each text. A place beyond the ends of a text
 * is row N, which holds zeros: so nothing depends on the lengths of the other texts.
 */
final class TextWriter {
  private final Characters source;
  private final int window;

  TextWriter(Characters source, int window) {
    this.source = source;
    this.window = window;
  }

  void write(Batch batch) {
    int all = 0;
    int longest = 0;
    for (int row : batch.rows) {
      all += source.length(row);
      longest = Math.max(longest, source.length(row));
    }
    batch.atoms = all;
    batch.linkWidth = window;
    batch.longest = longest;
    FloatBuffer inputs = batch.inputs.floats(all * Characters.ALPHABET);
    LongBuffer links = batch.links.longs(all * window);
    LongBuffer members = batch.members.longs(batch.rows.length * longest);
    float[] one = new float[Characters.ALPHABET];
    int first = 0;
    for (int row : batch.rows) {
      int length = source.length(row);
      for (int i = 0; i < length; i++) {
        int code = source.code(row, i);
        one[code] = 1;
        inputs.put(one);
        one[code] = 0;
        for (int w = i - window / 2; w <= i + window / 2; w++) {
          links.put(w < 0 || w >= length ? all : first + w);
        }
      }
      for (int i = 0; i < longest; i++) {
        members.put(i < length ? first + i : all);
      }
      first += length;
    }
  }
}
