package org.taskaffinity.scripts.repl;

import java.time.Duration;
import java.util.function.Supplier;
import org.taskaffinity.dsl.Progress;

/** Hands progress on to what is current: a terminal may have another width at every statement. */
final class SwitchableProgress implements Progress {
  private final Supplier<Progress> making;
  private volatile Progress current = Progress.NONE;

  SwitchableProgress(Supplier<Progress> making) {
    this.making = making;
  }

  /** A statement begins. */
  void renew() {
    current = making.get();
  }

  @Override
  public void begin(String what, long total, String unit) {
    current.begin(what, total, unit);
  }

  @Override
  public void advance(long done, String note) {
    current.advance(done, note);
  }

  @Override
  public void advance(long done, String note, double share, Duration left) {
    current.advance(done, note, share, left);
  }

  @Override
  public void end() {
    current.end();
  }

  @Override
  public void say(String line) {
    current.say(line);
  }
}
