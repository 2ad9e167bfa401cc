package org.taskaffinity.runtime.cluster;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Tribuo's line an iteration out of the user's terminal, unless the user set a level. */
final class TribuoLog {
  /** Held, because the log manager would let go of a logger nobody holds, and of its level. */
  private static final Logger CLUSTERING = Logger.getLogger("org.tribuo.clustering");

  private TribuoLog() {}

  static void quiet() {
    if (CLUSTERING.getLevel() == null) {
      CLUSTERING.setLevel(Level.WARNING);
    }
  }
}
