package org.taskaffinity.runtime.cluster;

import java.util.HashMap;
import java.util.Map;

/** Labels of groups. */
final class Partition {
  /** A member of no group. */
  static final int NOISE = -1;

  private Partition() {}

  /** The same groups, numbered from 0 in the order of their first members; noise stays noise. */
  static int[] numbered(int[] labels) {
    Map<Integer, Integer> number = new HashMap<>();
    int[] result = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      result[i] =
          labels[i] == NOISE ? NOISE : number.computeIfAbsent(labels[i], key -> number.size());
    }
    return result;
  }

  /** How many groups there are, noise not counted, of labels numbered from 0. */
  static int groups(int[] numbered) {
    int most = NOISE;
    for (int label : numbered) {
      most = Math.max(most, label);
    }
    return most + 1;
  }
}
