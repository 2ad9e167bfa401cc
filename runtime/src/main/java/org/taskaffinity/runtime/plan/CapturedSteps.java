package org.taskaffinity.runtime.plan;

import java.util.Locale;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Window;
import org.taskaffinity.runtime.train.Session;

/** Which steps are captured, in words. */
public final class CapturedSteps {
  private CapturedSteps() {}

  /** {@code 103 of 9,800 steps, every 19th, in the last fifth}: what a training would capture. */
  static String words(Prepared prepared) {
    Capture capture = prepared.experiment().capture();
    long steps = prepared.steps();
    long looks = prepared.assignment().looks().looks(steps);
    boolean early = prepared.assignment().stopping().isPresent();
    return words(prepared, looks, steps)
        + (early ? "; of those trained, averaged " : ", ")
        + where(capture, steps, prepared.stepsPerEpoch());
  }

  /** The same of a training that has ended. */
  public static String words(Prepared prepared, Session.Outcome outcome, Captured window) {
    Capture capture = prepared.experiment().capture();
    return words(prepared, window.size(), outcome.steps())
        + ", "
        + where(capture, outcome.steps(), prepared.stepsPerEpoch());
  }

  private static String words(Prepared prepared, long captures, long steps) {
    int every = prepared.assignment().looks().every();
    return String.format(Locale.ROOT, "%,d of %,d steps, %s", captures, steps, every(every));
  }

  private static String every(int n) {
    return n == 1 ? "every step" : "every " + n + ordinal(n);
  }

  private static String ordinal(int n) {
    if (n % 100 >= 11 && n % 100 <= 13) {
      return "th";
    }
    return switch (n % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** The window, or what it became where it had too few steps. */
  private static String where(Capture capture, long steps, long stepsPerEpoch) {
    long first = capture.firstStep(steps, stepsPerEpoch);
    if (first == 0) {
      return "in the whole training";
    }
    if (first < capture.window().firstStep(steps, stepsPerEpoch)) {
      return String.format(Locale.ROOT, "in the last %,d steps", steps - first);
    }
    if (capture.window() instanceof Window.Last last) {
      return last.fraction() == 0.2
          ? "in the last fifth"
          : "in the last " + last.fraction() + " of the steps";
    }
    return capture.window() instanceof Window.FromEpoch from
        ? "from epoch " + from.epoch() + " on"
        : "in the whole training";
  }
}
