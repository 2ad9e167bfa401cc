package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taskaffinity.dsl.Figures.heatMap;
import static org.taskaffinity.dsl.Figures.runningMean;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final TaskMatrix MATRIX = new TaskMatrix(List.of("A", "B"), new double[2][2]);

  private final List<Path> saved = new ArrayList<>();

  private final Renderer renderer =
      new Renderer() {
        @Override
        public Path save(Figure figure, Path file) {
          saved.add(file);
          return file;
        }

        @Override
        public String svg(Figure figure) {
          return figure.title();
        }

        @Override
        public String html(Figure figure) {
          return figure.title();
        }

        @Override
        public String plotlyScript() {
          return "";
        }
      };

  @Test
  void aFigureIsDrawnByTheRendererInForce() {
    Figure figure = Figures.bars("t", "y");
    try (Renderer.Using used = Renderer.using(renderer)) {
      assertEquals(Path.of("x.pdf"), figure.save("x.pdf"));
      assertEquals("t", Renderer.found().svg(figure));
    }
    assertEquals(List.of(Path.of("x.pdf")), saved);
    assertThrows(RunException.class, () -> figure.save("x.pdf"));
  }

  @Test
  void anOrderOfOnesOwnFellsTheTree() {
    List<String> tasks = List.of("B", "A");
    TaskGroups groups =
        new TaskGroups(Mtl.kMeans(), List.of(tasks), List.of(), tasks, List.of(), 0, 0);
    Figure.HeatMap map = heatMap("t", MATRIX).dendrogram(groups).column();
    assertEquals(tasks, map.order());
    assertEquals(Optional.empty(), map.order(List.of("A", "B")).tree());
  }

  /** By hand: windows (1, 3), (3, NaN), (NaN, 8); sd of 1 and 3 is √2, of 2, 2 and 8 √12. */
  @Test
  void runningMeansSkipWhatIsUndefined() {
    double[] x = {10, 20, 30, 40};
    double[] y = {1, 3, Double.NaN, 8};
    Figure.Line line = runningMean("A – B", x, y, 2);
    assertEquals(List.of(15.0, 25.0, 35.0), line.x());
    assertEquals(List.of(2.0, 3.0, 8.0), line.y());
    assertEquals(3, line.high().get(0)); // and not 2 + √2
    double[] skew = {2, 2, 8};
    Figure.Line other = runningMean("A – B", skew, skew, 3);
    assertEquals(List.of(2.0), other.low());
    assertEquals(4 + Math.sqrt(12), other.high().get(0), 1e-15);
    assertEquals(List.of(3.0, 8.0), line.low().subList(1, 3));
  }

  @Test
  void aWindowLongerThanTheLineIsAllOfIt() {
    double[] x = {1, 2, 3};
    assertEquals(List.of(2.0), runningMean("A – B", x, x, 100).y());
    assertEquals(List.of(), runningMean("A – B", new double[0], new double[0], 5).y());
  }
}
