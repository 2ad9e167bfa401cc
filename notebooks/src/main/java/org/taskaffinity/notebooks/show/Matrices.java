package org.taskaffinity.notebooks.show;

import java.util.Arrays;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.TaskMatrix;

/** A matrix as a figure: nobody says what its numbers are, so that their range has to. */
final class Matrices {
  private Matrices() {}

  static Figure figure(TaskMatrix matrix) {
    boolean counts = Arrays.stream(matrix.pairs()).anyMatch(v -> v > 1);
    return Figures.heatMap("", matrix).scale(counts ? Figure.Scale.COUNT : Figure.Scale.DIVERGING);
  }
}
