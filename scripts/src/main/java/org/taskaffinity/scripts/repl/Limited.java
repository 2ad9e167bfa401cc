package org.taskaffinity.scripts.repl;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What statements print, up to a number of bytes each: a hundred megabytes would hold up a terminal
 * for minutes, and nobody reads them there.
 */
final class Limited extends FilterOutputStream {
  private long limit;
  private long written;
  private long dropped;

  Limited(OutputStream out, long limit) {
    super(out);
    this.limit = limit;
  }

  synchronized void limit(long bytes) {
    limit = bytes;
  }

  /** Another statement begins. */
  synchronized void begin() {
    written = 0;
    dropped = 0;
  }

  /** Bytes left out since {@link #begin}. */
  synchronized long dropped() {
    return dropped;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    int fitting = (int) Math.min(length, Math.max(0, limit - written));
    if (fitting > 0) {
      out.write(bytes, from, fitting);
      written += fitting;
    }
    dropped += length - fitting;
  }
}
