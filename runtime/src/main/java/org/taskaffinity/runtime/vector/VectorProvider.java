package org.taskaffinity.runtime.vector;

import java.lang.module.ModuleFinder;
import java.util.Optional;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.train.DenseProducts;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.LearnerProvider;
import org.taskaffinity.runtime.train.TrainingSpec;

/** Offers the engine where the JVM has vectors; refers to none of its classes before. */
public final class VectorProvider implements LearnerProvider {
  private static final String MODULE = "jdk.incubator.vector";

  @Override
  public Optional<Missing> missing() {
    if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
      return Width.floats() < 8 ? Optional.of(narrow()) : Optional.empty();
    }
    return Optional.of(ModuleFinder.ofSystem().find(MODULE).isPresent() ? notAdded() : notThere());
  }

  private static Missing notAdded() {
    return new Missing(
        "this JVM was started without the module " + MODULE,
        Optional.of(
            "java --add-modules %1$s …, or set JAVA_TOOL_OPTIONS=--add-modules=%1$s"
                .formatted(MODULE)));
  }

  /** As where an image was linked from chosen modules. */
  private static Missing notThere() {
    return new Missing(
        "this Java was made without the module " + MODULE,
        Optional.of("JAVA_HOME=… of a whole JDK, 17 or later"));
  }

  private static Missing narrow() {
    return new Missing(
        "this machine's vectors hold " + Width.floats() + " floats, fewer than 8",
        Optional.empty());
  }

  @Override
  public String description() {
    return "java, " + 32 * Width.floats() + "-bit vectors";
  }

  @Override
  public Optional<String> unknown(TrainingSpec assignment) {
    EncoderKind kind = assignment.architecture().kind();
    return kind.arrays(assignment.inputs()).isEmpty()
        ? Optional.of("the encoder " + kind.verb())
        : assignment.optimisation().combination().fold(new UnknownCombination());
  }

  /** It has all of them; a new one has to be decided on here. */
  private static final class UnknownCombination implements Combination.Cases<Optional<String>> {
    @Override
    public Optional<String> sum(Combination.Sum combination) {
      return Optional.empty();
    }

    @Override
    public Optional<String> mean(Combination.Mean combination) {
      return Optional.empty();
    }
  }

  @Override
  public Learner begin(TrainingSpec assignment, int threads) {
    return new VectorTrainer(
        assignment.architecture(),
        assignment.targets(),
        assignment.optimisation(),
        assignment.seeds(),
        threads);
  }

  @Override
  public DenseProducts products(Architecture architecture, int atoms, int rows, int threads) {
    return new VectorProducts(architecture, atoms, rows, threads);
  }

  /** Loaded only where the module is. */
  private static final class Width {
    static int floats() {
      return Lanes.COUNT;
    }
  }
}
