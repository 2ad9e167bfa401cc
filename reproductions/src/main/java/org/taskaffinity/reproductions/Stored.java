package org.taskaffinity.reproductions;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of an artefact in one lane, as they lie in a folder.
 *
 * @param folder where
 * @param numbers by key
 * @param words by key, where there is no number
 * @param seeds by key, the value of seed 1, 2, …; empty where an older version wrote none
 * @param remarks sentences
 * @param pictures SVG files
 * @param runs how many trainings they were read off
 * @param numerics numerics versions of these trainings
 * @param seconds their wall time together
 */
record Stored(
    Path folder,
    List<Finding> numbers,
    Map<String, String> words,
    Map<String, List<Double>> seeds,
    List<String> remarks,
    List<Path> pictures,
    int runs,
    Set<String> numerics,
    double seconds) {

  Optional<Finding> number(String key) {
    return numbers.stream().filter(n -> n.key().equals(key)).findFirst();
  }
}
