package org.taskaffinity.runtime;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.head;
import static org.taskaffinity.dsl.Mtl.last;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;

import java.nio.file.Path;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

/** Experiments of a second or two. */
final class Small {
  private Small() {}

  /** Six tasks of both types on 120 molecules, 4 epochs of 6 steps, a capture at every second. */
  static Experiment experimentNamed(String name) {
    return experiment(name, planted(design().molecules(120).coverage(0.8)))
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(16, 16).projection(16))
        .head(head(8))
        .training(adamW(0.003).batchSize(16).epochs(4))
        .capture(captureEvery(2).window(last(0.5)));
  }

  static Runner runner(Path out) {
    return runner(out, Progress.NONE);
  }

  static Runner runner(Path out, Progress progress) {
    return Runner.open(
        Settings.settings().out(out).device(Device.CPU).threads(1).progress(progress));
  }
}
