package org.taskaffinity.scripts;

import java.util.Locale;

/** Errors of the JVM in words: what happened, and what to write. */
final class Fatal {
  private Fatal() {}

  static String words(Error e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return String.format(
            Locale.ROOT,
            "Memory ran out (%s); the JVM may use %,d MB.%n"
                + "  write: a smaller batchSize(…) or fewer tasks, or give it more:"
                + " JAVA_OPTS=-Xmx%dg",
            cause.getMessage(),
            Runtime.getRuntime().maxMemory() >> 20,
            2 + (Runtime.getRuntime().maxMemory() >> 29));
      }
      if (cause instanceof StackOverflowError) {
        return "What was asked is nested too deeply for the JVM's stack.\n"
            + "  write: JAVA_OPTS=-Xss16m, if it has to be";
      }
      if (String.valueOf(cause.getMessage()).contains("Too many open files")) {
        return "Too many files are open at once.\n  write: ulimit -n 1024";
      }
    }
    boolean linkage = e instanceof LinkageError;
    return "The JVM failed: "
        + e
        + (linkage
            ? "\n  A library is missing, cannot be read, or is of another version; build again,"
                + " or look at what may be read by whom."
            : "");
  }
}
