package org.taskaffinity.runtime.compile;

import java.util.Objects;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Schedule;

/**
 * How the parameters are moved.
 *
 * @param learningRate at the first epoch, above 0
 * @param weightDecay λ, at least 0
 * @param rule how a parameter follows its gradient
 * @param clipNorm largest Euclidean norm of the gradient of all parameters together; 0 for no limit
 * @param schedule how the rate changes from epoch to epoch
 * @param epochs passes over the training rows, at least 1
 * @param batchSize rows of a batch, at least 1
 * @param combination how the tasks' gradients become one direction
 */
public record OptimizerSettings(
    double learningRate,
    double weightDecay,
    UpdateRule rule,
    double clipNorm,
    Schedule schedule,
    int epochs,
    int batchSize,
    Combination combination) {

  public OptimizerSettings {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(schedule);
    Objects.requireNonNull(combination);
    require(learningRate > 0, "learningRate", learningRate, "a number above 0");
    require(weightDecay >= 0, "weightDecay", weightDecay, "0 or more");
    require(clipNorm >= 0, "clipNorm", clipNorm, "0 for no limit, or a number above 0");
    require(epochs >= 1, "epochs", epochs, "1 or more");
    require(batchSize >= 1, "batchSize", batchSize, "1 or more");
  }

  /**
   * AdamW as PyTorch has it by default: rate kept, decay 0.01, β (0.9, 0.999), ε 1e-8, no limit.
   */
  public static OptimizerSettings adamW(double learningRate, int epochs, int batchSize) {
    return new OptimizerSettings(
        learningRate,
        0.01,
        UpdateRule.ADAM_W,
        0,
        Schedule.CONSTANT,
        epochs,
        batchSize,
        new Combination.Sum());
  }

  /**
   * The learning rate of an epoch.
   *
   * <pre>
   *   COSINE: r_e = r/100 + (r − r/100) (1 + cos(π e / epochs)) / 2
   * </pre>
   *
   * @param epoch counted from 0
   */
  public double rate(int epoch) {
    if (schedule == Schedule.CONSTANT) {
      return learningRate;
    }
    double least = learningRate / 100;
    double turned = StrictMath.cos(Math.PI * epoch / epochs);
    return least + (learningRate - least) * (1 + turned) / 2;
  }

  private static void require(boolean holds, String what, double value, String instead) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is " + value + "; write " + instead + ".");
    }
  }
}
