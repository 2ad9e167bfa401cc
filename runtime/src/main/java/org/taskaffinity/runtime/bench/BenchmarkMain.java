package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.util.List;

/** Prints the times of the two standard shapes; a program, no part of the library. */
public final class BenchmarkMain {

  private BenchmarkMain() {}

  /** Takes the number of rounds, 50 if none is given. */
  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    for (StepBenchmark shape : List.of(StepBenchmark.tox21(), StepBenchmark.sider())) {
      System.out.println(shape.run(10, rounds, Device.cpu()));
    }
  }
}
