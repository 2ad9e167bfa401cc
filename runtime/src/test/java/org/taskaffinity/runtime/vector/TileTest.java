package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.tensor.Dropout;

/** Every kernel against the loops that say what it does. */
class TileTest {
  private static final int W = Lanes.PANEL;
  private static final Random RANDOM = new Random(3);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 31, 130})
  void productsOfAnyNumberOfRows(int rows) {
    checkRows(rows, 1);
    checkRows(rows, 2 * W + 5);
  }

  private static void checkRows(int rows, int in) {
    Matrix x = random(rows, in);
    float[] w = new float[x.panels * W * W];
    fill(w);
    float[] y = new float[(rows + 2) * W];
    Products.rows(x.data, 0, x.stride(), x.panels, w, 0, y, W, 0, rows);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < W; j++) {
        double sum = 0;
        for (int k = 0; k < x.panels * W; k++) {
          sum += x.data[x.at(k / W, r) + k % W] * w[k * W + j];
        }
        assertEquals(sum, y[(r + 1) * W + j], 1e-4);
      }
    }
    for (int j = 0; j < W; j++) {
      assertEquals(0, y[j], "before");
      assertEquals(0, y[(rows + 1) * W + j], "behind");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 127, 128, 129, 300})
  void productsAcrossRows(int rows) {
    Matrix x = random(rows, W + 3);
    Matrix d = random(rows, W);
    float[] c = new float[x.panels * W * W];
    fill(c);
    float[] before = c.clone();
    Products.across(x.data, 0, x.stride(), x.panels, d.data, 0, rows, c, 0);
    for (int i = 0; i < x.panels * W; i++) {
      for (int j = 0; j < W; j++) {
        double sum = before[i * W + j];
        for (int n = 0; n < rows; n++) {
          sum += x.data[x.at(i / W, n) + i % W] * d.data[d.at(0, n) + j];
        }
        assertEquals(sum, c[i * W + j], 1e-4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, Products.BLOCK, Products.BLOCK + 3})
  void rowsOfAList(int count) {
    Matrix x = random(50, 2 * W);
    float[] d = new float[count * W];
    fill(d);
    int[] list = RANDOM.ints(count, 0, 50).map(n -> n * W).toArray();
    float[] c = new float[2 * W * W];
    Products.listed(x, x.panels, list, count, d, c, 0, new float[Products.BLOCK * W]);
    for (int i = 0; i < 2 * W; i++) {
      for (int j = 0; j < W; j++) {
        double sum = 0;
        for (int m = 0; m < count; m++) {
          sum += x.data[x.at(i / W) + list[m] + i % W] * d[m * W + j];
        }
        assertEquals(sum, c[i * W + j], 1e-4);
      }
    }
  }

  @Test
  void rowsPickedOneByOne() {
    int depth = 38;
    float[] x = new float[9 * depth];
    float[] w = new float[depth * W];
    float[] c = new float[9 * W];
    fill(x);
    fill(w);
    Tile.picked(x, depth, 3 * depth, 3 * depth, 8 * depth, depth, w, 0, c, W, 3 * W, 3 * W, 8 * W);
    for (int row = 0; row < 9; row++) {
      for (int j = 0; j < W; j++) {
        double sum = 0;
        for (int k = 0; k < depth && (row == 1 || row == 3 || row == 8); k++) {
          sum += x[row * depth + k] * w[k * W + j];
        }
        assertEquals(sum, c[row * W + j], 1e-4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.9})
  void masksAreThoseOfTheOtherEngine(double rate) {
    int width = 3 * W - 5;
    int atoms = 7;
    long key = Dropout.key(5, 3, 11, 2);
    IntBuffer expected = IntBuffer.allocate(atoms * width);
    new Dropout(rate).mask(key, expected, atoms * width);
    for (int p = 0; p < 3; p++) {
      float[] h = new float[atoms * W];
      java.util.Arrays.fill(h, 1);
      new LaneDropout(rate).drop(h, 0, atoms, key, width, p * W);
      for (int n = 0; n < atoms; n++) {
        for (int j = 0; j < W && p * W + j < width; j++) {
          float mask = Float.intBitsToFloat(expected.get(n * width + p * W + j));
          assertEquals(mask, h[n * W + j]);
        }
      }
    }
  }

  @Test
  void momentsOfAChannelFarFromZero() {
    float[] x = new float[31 * W];
    double[] plain = new double[31];
    for (int r = 0; r < 31; r++) {
      plain[r] = 1000 + RANDOM.nextGaussian();
      x[r * W + 2] = (float) plain[r];
      plain[r] = x[r * W + 2];
    }
    double mean = java.util.Arrays.stream(plain).average().orElseThrow();
    double squares = java.util.Arrays.stream(plain).map(v -> (v - mean) * (v - mean)).sum();
    float[] found = new float[W];
    float[] spread = new float[W];
    Channels.moments(x, 0, 31, found, spread, 0);
    assertEquals(mean, found[2], 6.2e-5); // half of the last place
    assertEquals(squares, spread[2], 1e-5 * squares);
  }

  @Test
  void tensorsComeBackAsTheyWent() {
    Tensor tensor = new Tensor("t", 16, 5, Lanes.padded(5), 3, W + 1);
    float[] values = new float[tensor.count()];
    fill(values);
    float[] flat = new float[16 + tensor.size()];
    tensor.put(values, flat);
    assertArrayEquals(values, tensor.get(flat));
  }

  /** The same tests in a JVM whose vectors hold four floats. */
  @Test
  void narrowVectorsToo() throws Exception {
    if (Lanes.COUNT == 4) {
      return;
    }
    Process narrow =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-XX:MaxVectorSize=16",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TileTest.class.getName()))
            .redirectErrorStream(true)
            .start();
    String said = new String(narrow.getInputStream().readAllBytes());
    assertEquals(0, narrow.waitFor(), said);
    assertEquals("4 floats", said.lines().reduce("", (a, b) -> b));
  }

  /** All of the above, for {@link #narrowVectorsToo}. */
  public static void main(String[] arguments) {
    TileTest test = new TileTest();
    for (int rows : new int[] {1, 4, 7, 130}) {
      test.productsOfAnyNumberOfRows(rows);
      test.productsAcrossRows(rows);
    }
    test.rowsOfAList(40);
    test.rowsPickedOneByOne();
    test.masksAreThoseOfTheOtherEngine(.3);
    test.momentsOfAChannelFarFromZero();
    test.tensorsComeBackAsTheyWent();
    System.out.println(Lanes.COUNT + " floats");
  }

  private static Matrix random(int rows, int columns) {
    Matrix x = new Matrix().shape(rows, columns);
    float[] values = new float[rows * columns];
    fill(values);
    x.take(values, columns, 0, rows);
    return x;
  }

  private static void fill(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) RANDOM.nextGaussian();
    }
  }
}
