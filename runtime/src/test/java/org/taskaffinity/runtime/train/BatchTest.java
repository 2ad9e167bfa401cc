package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.bench.SyntheticMolecules;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.Adjacency;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.encoder.GraphStructure;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.tensor.Torch;

class BatchTest {
  private static final Architecture ARCHITECTURE = Fixture.graphs(Norm.BATCH, .3);

  /** Â = D^−½ (A + I) D^−½ built as a dense matrix from its definition, and ÂX and pooling too. */
  @Test
  void aggregationAndPoolingAreThoseOfTheDefinition() {
    SyntheticMolecules data = Fixture.molecules();
    Batch batch = Fixture.batch(ARCHITECTURE, 0, 4, 1, 9);
    double[][] a = new double[batch.atoms()][batch.atoms()];
    double[][] x = new double[batch.atoms()][7];
    double[][] pool = new double[3][batch.atoms()];
    int first = 0;
    for (int b = 0; b < 3; b++) {
      int row = batch.rows()[b];
      float[] own = new float[data.atoms(row) * 7];
      data.features(row, own, 0);
      for (int i = 0; i < data.atoms(row); i++) {
        a[first + i][first + i] = 1;
        pool[b][first + i] = 1.0 / data.atoms(row);
        for (int f = 0; f < 7; f++) {
          x[first + i][f] = own[i * 7 + f];
        }
      }
      for (int bond = 0; bond < data.bonds(row); bond++) {
        a[first + data.bondFrom(row, bond)][first + data.bondTo(row, bond)] = 1;
        a[first + data.bondTo(row, bond)][first + data.bondFrom(row, bond)] = 1;
      }
      first += data.atoms(row);
    }
    double[] degree = Arrays.stream(a).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < first; j++) {
        a[i][j] /= Math.sqrt(degree[i] * degree[j]);
      }
    }
    try (NDManager scope = Torch.manager(Device.cpu())) {
      Features features = batch.on(scope, DataType.FLOAT32);
      assertClose(a, features.structure(Adjacency.class).matrix().toDense().toFloatArray());
      assertClose(pool, features.structure(GraphStructure.class).pool().toFloatArray());
      assertClose(product(a, x), features.inputs().toFloatArray());
    }
  }

  @Test
  void anAtomAloneIsItsOwnNeighbour() {
    SyntheticMolecules alone = new SyntheticMolecules(2, 1, 7, Fixture.TASKS, 0, Fixture.SEEDS);
    BatchMaker maker =
        new BatchMaker(
            ARCHITECTURE, Fixture.targets(), new Inputs.Graphs(alone), alone, Fixture.SEEDS);
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(new int[] {0, 1}, 0, 0));
    try (NDManager scope = Torch.manager(Device.cpu());
        Trainer trainer = Fixture.trainer(ARCHITECTURE, DataType.FLOAT32)) {
      float[] adjacency =
          batch
              .on(scope, DataType.FLOAT32)
              .structure(Adjacency.class)
              .matrix()
              .toDense()
              .toFloatArray();
      assertArrayEquals(new float[] {1, 0, 0, 1}, adjacency);
      trainer.step(batch);
    }
  }

  /** A molecule's masks are the same wherever it lies in the batch, and others at another step. */
  @Test
  void aMaskBelongsToItsMolecule() {
    int atoms = Fixture.molecules().atoms(5);
    float[] first = mask(Fixture.batch(ARCHITECTURE, 8, 5, 2, 3));
    float[] last = mask(Fixture.batch(ARCHITECTURE, 8, 3, 2, 5));
    int units = atoms * 8;
    float[] own = Arrays.copyOf(first, units);
    assertArrayEquals(own, Arrays.copyOfRange(last, last.length - units, last.length));
    float[] later = Arrays.copyOf(mask(Fixture.batch(ARCHITECTURE, 9, 5, 2, 3)), units);
    assertNotEquals(Arrays.toString(own), Arrays.toString(later));
  }

  @Test
  void anEpochHoldsEveryRowOnceInAnOrderOfItsOwn() {
    int[] rows = IntStream.range(100, 150).toArray();
    BatchOrder order = BatchOrder.shuffled(rows, 16, true, Fixture.SEEDS);
    List<BatchOrder.Draft> drafts = order.epoch(2);
    int[] all = drafts.stream().flatMapToInt(d -> Arrays.stream(d.rows())).toArray();
    assertEquals(4, order.batches());
    assertEquals(8, drafts.get(0).step());
    assertNotEquals(Arrays.toString(order.epoch(1).get(0).rows()), Arrays.toString(all));
    Arrays.sort(all);
    assertArrayEquals(rows, all);
  }

  @Test
  void aLastRowAloneJoinsTheBatchBeforeItWhereRowsAreCoupled() {
    int[] rows = IntStream.range(0, 33).toArray();
    var sizes = BatchOrder.shuffled(rows, 16, true, Fixture.SEEDS).epoch(0);
    assertArrayEquals(new int[] {16, 17}, sizes.stream().mapToInt(d -> d.rows().length).toArray());
    assertEquals(3, BatchOrder.shuffled(rows, 16, false, Fixture.SEEDS).batches());
    assertThrows(
        IllegalArgumentException.class,
        () -> BatchOrder.shuffled(new int[] {1}, 16, true, Fixture.SEEDS));
  }

  @Test
  void whatFailsInPreparationIsThrownToTheConsumer() {
    RuntimeException broken = new RuntimeException("no such row");
    Labels labels =
        new Labels() {
          @Override
          public boolean present(int row, int task) {
            throw broken;
          }

          @Override
          public float value(int row, int task) {
            return 0;
          }
        };
    BatchMaker maker =
        new BatchMaker(
            ARCHITECTURE,
            Fixture.targets(),
            new Inputs.Graphs(Fixture.molecules()),
            labels,
            Fixture.SEEDS);
    BatchOrder order = BatchOrder.asGiven(new int[] {0, 1, 2}, 2);
    try (BatchQueue queue = BatchQueue.training(maker, order, 0, 0, 1)) {
      assertSame(broken, assertThrows(IllegalStateException.class, queue::next).getCause());
      assertNull(queue.next());
    }
  }

  @Test
  void aQueueLeftInTheMiddleClosesAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          BatchQueue queue = Fixture.queue(ARCHITECTURE, 0, 0, 1000);
          queue.next();
          queue.close();
        });
  }

  @Test
  void dataOfAnotherKindIsRefused() {
    RowSource rows = RowSource.dense(new float[][] {{1, 2}});
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new BatchMaker(
                    ARCHITECTURE, Fixture.targets(), new Inputs.Rows(rows), null, Fixture.SEEDS));
    assertEquals(
        "The encoder reads GRAPH with 7 features; the data has ROWS with 2.", refused.getMessage());
  }

  private static float[] mask(Batch batch) {
    FloatBuffer view = batch.masks.get(0).bytes().order(ByteOrder.nativeOrder()).asFloatBuffer();
    float[] mask = new float[view.remaining()];
    view.get(mask);
    return mask;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static void assertClose(double[][] expected, float[] actual) {
    float[] flat = new float[expected.length * expected[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) expected[i / expected[0].length][i % expected[0].length];
    }
    assertArrayEquals(flat, actual, 1e-6f);
  }
}
