package org.taskaffinity.runtime.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Statistic;
import org.taskaffinity.runtime.tensor.Store;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * One encoder and K heads on one device.
 *
 * <p>Two networks may work in two threads at once; one network is for one thread at a time.
 */
public final class Network implements AutoCloseable {
  private final NDManager manager;
  private final Architecture architecture;
  private final DataType type;
  private final Encoder encoder;
  private final Heads heads;
  private final List<Parameter> encoderParameters;
  private final List<Parameter> parameters;
  private final List<Statistic> statistics;

  /**
   * @param tasks names of the K tasks; they name the streams their initial weights come from
   * @param type FLOAT32; FLOAT64 where a test compares with finite differences
   */
  public Network(
      Architecture architecture, List<String> tasks, Seeds seeds, Device device, DataType type) {
    if (tasks.size() != architecture.tasks()) {
      throw new IllegalArgumentException(
          tasks.size() + " task names for " + architecture.tasks() + " heads.");
    }
    this.architecture = architecture;
    this.type = type;
    manager = Torch.manager(device);
    Initial initial = new Initial(seeds);
    Store store = new Store(manager, type);
    encoder = new Encoder(architecture, initial, store);
    encoderParameters = store.parameters();
    heads = new Heads(architecture, tasks, initial, store);
    parameters = store.parameters();
    statistics = store.statistics();
  }

  /** Runs a batch and records it, ready for backward passes. */
  public Forward forward(Features features, Mode mode) {
    return Torch.recording(true, () -> recorded(features, mode));
  }

  private Forward recorded(Features features, Mode mode) {
    NDArray encoded = encoder.apply(features, mode);
    NDArray first = heads.first(encoded);
    NDArray cut = Torch.cut(first);
    NDArray logits = heads.rest(cut, features.headMask(), mode);
    return new Forward(heads, encoded, first, cut, logits);
  }

  /** Returns the logits [B, K] with running statistics and without dropout; records nothing. */
  public NDArray evaluate(Features features) {
    return Torch.recording(false, () -> evaluated(features));
  }

  private NDArray evaluated(Features features) {
    NDArray encoded = encoder.apply(features, Mode.EVALUATE);
    return heads.rest(heads.first(encoded), null, Mode.EVALUATE);
  }

  /** Returns z [B, D] with running statistics and without dropout; records nothing. */
  public NDArray encode(Features features) {
    return Torch.recording(false, () -> encoder.apply(features, Mode.EVALUATE));
  }

  /** A manager for one batch's tensors on the network's device; close it after the step. */
  public NDManager scope() {
    return manager.newSubManager();
  }

  /** The sizes it was made from. */
  public Architecture architecture() {
    return architecture;
  }

  /** The precision of its tensors. */
  public DataType type() {
    return type;
  }

  /** θ, in declaration order: the P numbers of the encoder. */
  public List<Parameter> encoderParameters() {
    return encoderParameters;
  }

  /** Every parameter in declaration order, the encoder's first. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Running means and variances in declaration order. */
  public List<Statistic> statistics() {
    return statistics;
  }

  /** Sets every accumulated gradient to zero. */
  public void clearGradients() {
    parameters.forEach(Parameter::clear);
  }

  @Override
  public void close() {
    parameters.forEach(Parameter::close);
    manager.close();
  }
}
