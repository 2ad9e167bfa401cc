package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.columnSplit;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.linearHead;
import static org.taskaffinity.dsl.Mtl.mlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskMatrix;

/** Task2Vec of whole runs. */
class Task2VecTest {
  @TempDir Path out;

  private Runner by(Engine engine, Progress progress) {
    return Runner.open(
        Settings.settings()
            .out(out)
            .device(Device.CPU)
            .engine(engine)
            .threads(1)
            .progress(progress));
  }

  /** Each over its own molecules, in the width of the encoder, classifications and regressions. */
  @Test
  void everyTaskIsProbedOverItsOwnMolecules() {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("probed"));
      Task2Vec found = runner.task2vec(result);
      assertEquals(result.affinity().tasks(), found.tasks());
      for (String task : found.tasks()) {
        TaskFisher fisher = found.of(task);
        assertEquals(result.shared().at(task, task), fisher.molecules());
        assertEquals(16, fisher.probe().length);
      }
      for (TaskMatrix matrix : List.of(found.diagonal(), found.full(), found.probes())) {
        for (int i = 0; i < matrix.size(); i++) {
          assertEquals(1, matrix.at(i, i), 1e-12);
          for (int j = 0; j < i; j++) {
            assertTrue(matrix.at(i, j) > 0 && matrix.at(i, j) < 1, matrix.toString());
          }
        }
      }
      assertEquals(15, runner.relate(found.full(), result.labelCorrelation()).pairs());
    }
  }

  /** The encoder of one engine gives the same embeddings in the other. */
  @Test
  void bothEnginesReadTheSameEncoder() {
    try (Runner java = by(Engine.JAVA, Progress.NONE);
        Runner djl = by(Engine.DJL, Progress.NONE)) {
      Result result = java.run(Small.experimentNamed("read twice"));
      Task2Vec one = java.task2vec(result);
      Task2Vec other = djl.task2vec(result);
      assertClose(one.diagonal(), other.diagonal());
      assertClose(one.full(), other.full());
    }
  }

  private static void assertClose(TaskMatrix one, TaskMatrix other) {
    assertArrayEquals(one.pairs(), other.pairs(), 1e-4);
  }

  /** Kept in its folder; without, or damaged, the training is made again and comes out the same. */
  @Test
  void anEncoderThatWasNotKeptIsTrainedAgain() throws IOException {
    List<String> said = new ArrayList<>();
    try (Runner runner = by(Engine.AUTO, said(said))) {
      Result result = runner.run(Small.experimentNamed("kept"));
      Task2Vec kept = runner.task2vec(result);
      assertFalse(said.toString().contains("once more"), said.toString());
      Path file = result.folder().resolve("encoder.bin");
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2]++;
      Files.write(file, bytes);
      assertEquals(kept, runner.task2vec(result));
      assertTrue(said.contains("this run kept no encoder; training it once more"), said.toString());
      Files.delete(file);
      assertEquals(kept, runner.task2vec(result));
      assertTrue(Files.exists(file));
      assertFalse(Files.exists(result.folder().resolve("checkpoint.bin")));
      assertFalse(said.toString().contains("another engine"), said.toString());
    }
  }

  private static Progress said(List<String> lines) {
    return new Progress() {
      @Override
      public void say(String line) {
        lines.add(line);
      }
    };
  }

  /**
   * Tasks that read one feature each. Of an encoder that hands its features through, the probe of
   * each is its own direction: two tasks of one feature are alike, also where one is the other's
   * opposite, and two of different features are not. A task with one class in training has no
   * probe.
   */
  @Test
  void tasksOfOneFeatureAreAlike() throws IOException {
    StringBuilder rows = new StringBuilder("x,y,part,a,b,not a,all\n");
    for (int i = 0; i < 200; i++) {
      double x = Math.sin(1.7 * i);
      double y = Math.cos(3.1 * i + 1);
      rows.append(x).append(',').append(y).append(i < 199 ? ",train," : ",test,");
      rows.append(x > 0 ? 1 : 0).append(',').append(y > 0 ? 1 : 0).append(',');
      rows.append(x > 0.1 ? 0 : 1).append(i < 199 ? ",1\n" : ",0\n");
    }
    Path file = Files.writeString(out.resolve("mine.csv"), rows);
    Experiment asked =
        experiment(
                "features",
                dataset(
                        "mine",
                        file.toString(),
                        classification("a"),
                        classification("b"),
                        classification("not a"),
                        classification("all"))
                    .features("x", "y"))
            .split(columnSplit("part"))
            .encoder(mlp(32))
            .head(linearHead())
            .training(adamW(0.003).epochs(10));
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(asked);
      Task2Vec found = runner.task2vec(result);
      TaskMatrix full = found.full();
      assertTrue(full.at("a", "not a") > 0.5, full.toString());
      assertTrue(full.at("a", "b") < 0.2, full.toString());
      assertTrue(Double.isNaN(full.at("a", "all")), full.toString());
      assertFalse(found.of("all").defined());

      Files.writeString(file, rows + "0.5,0.5,train,1,1,0,1\n");
      PlanException refused = assertThrows(PlanException.class, () -> runner.task2vec(result));
      assertTrue(refused.getMessage().contains("was made of other data"), refused.getMessage());
    }
  }
}
