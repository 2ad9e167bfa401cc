package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Figures.heatMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.w3c.dom.Document;

class TreeTest {
  private static List<String> tasks(int k) {
    return IntStream.range(0, k).mapToObj(i -> "t" + i).toList();
  }

  /** So many pairs of tasks, each a group, all merged in the end; heights from low to high. */
  private static TaskGroups pairs(int groups, double low, double high, double silhouette) {
    List<String> tasks = tasks(2 * groups);
    List<List<String>> of = new ArrayList<>();
    List<TaskGroups.Merge> merges = new ArrayList<>();
    double step = (high - low) / Math.max(1, 2 * groups - 2);
    for (int g = 0; g < groups; g++) {
      of.add(tasks.subList(2 * g, 2 * g + 2));
      merges.add(new TaskGroups.Merge(2 * g, 2 * g + 1, low + g * step, 2));
    }
    int last = 2 * groups;
    for (int g = 1; g < groups; g++) {
      int size = 2 * (g + 1);
      double height = low + (groups - 1 + g) * step;
      merges.add(new TaskGroups.Merge(last, 2 * groups + g, height, size));
      last = 3 * groups + g - 1;
    }
    return new TaskGroups(Mtl.averageLinkage(), of, List.of(), tasks, merges, silhouette, 0);
  }

  @ParameterizedTest
  @CsvSource({"0.93, 1.0", "0.2, 1.1", "0.01, 1.4", "0.9, 0.9", "0, 0.5", "30, 90"})
  void theAxisBeginsShortlyBeforeTheFirstMerge(double low, double high) {
    Tree tree = Tree.of(tasks(8), pairs(4, low, high, .5));
    Ruler axis = tree.ruler(0, 100);
    assertTrue(axis.low() >= 0 && axis.low() <= low);
    double before = axis.at(low) - axis.at(axis.low());
    assertTrue(before <= 10 || low == high, "of 100, " + before + " lie before the first merge");
    assertTrue(low == 0 || before > 0);
    for (Tree.Branch branch : tree.branches()) {
      for (double height : branch.heights()) {
        assertTrue(axis.at(height) >= -1e-9 && axis.at(height) <= 100 + 1e-9);
      }
    }
  }

  @Test
  void plotlyHasTheSameAxis() throws IOException {
    TaskMatrix matrix = new TaskMatrix(tasks(8), new double[8][8]);
    String json = Interactive.json(heatMap("t", matrix).dendrogram(pairs(4, .93, 1, .5)));
    JsonNode range = new ObjectMapper().readTree(json).at("/layout/xaxis2/range");
    assertTrue(range.get(0).doubleValue() > .92 && range.get(0).doubleValue() < .93);
    assertTrue(range.get(1).doubleValue() >= 1 && range.get(1).doubleValue() < 1.01);
  }

  private static Set<List<Object>> looks(TaskGroups groups) {
    Set<List<Object>> looks = new HashSet<>();
    Tree.of(groups.order(), groups).branches().stream()
        .filter(b -> !b.series().equals("plain"))
        .forEach(b -> looks.add(List.of(b.series(), b.dashes())));
    return looks;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 7, 8, 12, 13, 24})
  void everyGroupHasALookOfItsOwn(int groups) {
    assertEquals(groups, looks(pairs(groups, .5, 1, .5)).size());
  }

  @Test
  void groupsBeyondWhatCanBeToldApartStayPlain() {
    long coloured =
        Tree.of(tasks(100), pairs(50, .5, 1, .5)).branches().stream()
            .filter(b -> !b.series().equals("plain"))
            .count();
    assertEquals(24, coloured);
    assertEquals(24, looks(pairs(50, .5, 1, .5)).size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.042, .2, -.1, Double.NaN})
  void groupsWithoutStructureAreNotColoured(double silhouette) {
    assertEquals(Set.of(), looks(pairs(3, .93, 1, silhouette)));
    Document svg = Xml.parsed(Svg.dendrogram(tasks(6), pairs(3, .93, 1, silhouette), "id"));
    assertTrue(
        Xml.all(svg, "path").stream()
            .map(p -> p.getAttribute("class"))
            .noneMatch(c -> c.matches("s[0-9].*")));
  }

  /** Machado, Oliveira and Fernandes (2009), severity 1: what three kinds of colour-blind see. */
  private static final double[][][] SEEN = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  static List<Theme> themes() {
    return List.of(Theme.LIGHT, Theme.DARK);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void coloursOfGroupsCanBeToldApartByTheColourBlind(Theme theme) {
    for (int kind = 0; kind < SEEN.length; kind++) {
      for (int a = 0; a < theme.series().size(); a++) {
        for (int b = 0; b < a; b++) {
          double apart = apart(theme.series().get(a), theme.series().get(b), SEEN[kind]);
          assertTrue(apart >= 10, "s" + a + " and s" + b + ", kind " + kind + ": " + apart);
        }
      }
    }
  }

  /** Distance in OKLab (Ottosson 2020) times 100; about 2 is just noticeable side by side. */
  private static double apart(String a, String b, double[][] seen) {
    double[] x = oklab(seen(a, seen));
    double[] y = oklab(seen(b, seen));
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return 100 * Math.sqrt(sum);
  }

  private static double[] seen(String hex, double[][] seen) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    double[] linear = {linear(rgb >> 16), linear(rgb >> 8 & 255), linear(rgb & 255)};
    return times(seen, linear);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double[] oklab(double[] rgb) {
    double[] lms =
        times(
            new double[][] {
              {0.4122214708, 0.5363325363, 0.0514459929},
              {0.2119034982, 0.6806995451, 0.1073969566},
              {0.0883024619, 0.2817188376, 0.6299787005}
            },
            rgb);
    return times(
        new double[][] {
          {0.2104542553, 0.7936177850, -0.0040720468},
          {1.9779984951, -2.4285922050, 0.4505937099},
          {0.0259040371, 0.7827717662, -0.8086757660}
        },
        Arrays.stream(lms).map(v -> Math.cbrt(Math.max(0, v))).toArray());
  }

  private static double[] times(double[][] matrix, double[] v) {
    return Arrays.stream(matrix)
        .mapToDouble(row -> row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
        .toArray();
  }
}
