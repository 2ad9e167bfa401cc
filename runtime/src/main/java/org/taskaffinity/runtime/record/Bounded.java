package org.taskaffinity.runtime.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A stream that must not be longer than it said. */
final class Bounded extends FilterInputStream {
  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    left = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int n) throws ZipException {
    left -= n;
    if (left < 0) {
      throw new ZipException("a file in it is longer than it says");
    }
  }
}
