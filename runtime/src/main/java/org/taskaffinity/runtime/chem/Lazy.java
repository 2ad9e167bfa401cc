package org.taskaffinity.runtime.chem;

import java.util.function.Supplier;

/** A value worked out once, when first asked for. Safe for several threads. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> source;
  private T value;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = source.get();
    }
    return value;
  }
}
