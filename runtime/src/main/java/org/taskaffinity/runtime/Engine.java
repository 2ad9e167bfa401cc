package org.taskaffinity.runtime;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openscience.cdk.CDK;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.network.Torch;
import org.taskaffinity.runtime.record.Numerics;
import org.taskaffinity.runtime.train.Assignment;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.Trainer;

/** The engine that tensors live in: which device, how many threads, which versions. */
final class Engine {
  private final Device device;
  private final int threads;

  private Engine(Device device, int threads) {
    this.device = device;
    this.threads = threads;
  }

  /**
   * The engine as the settings ask for it.
   *
   * @throws RunException if a GPU is asked for and there is none
   */
  static Engine of(Settings settings) {
    int gpus = ai.djl.engine.Engine.getEngine("PyTorch").getGpuCount();
    if (settings.device() == org.taskaffinity.dsl.Device.GPU && gpus == 0) {
      throw new RunException(
          "A GPU was asked for, but PyTorch sees none on this machine.\n  known: cpu\n  write:"
              + " --device cpu, or --device auto to take a GPU where there is one");
    }
    boolean gpu = gpus > 0 && settings.device() != org.taskaffinity.dsl.Device.CPU;
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    return new Engine(gpu ? Device.gpu() : Device.cpu(), threads);
  }

  /** Sets the threads of an operation, which are the whole JVM's, for what comes next. */
  void use() {
    Torch.threads(threads);
  }

  /** Who trains. */
  Learner learner(Assignment assignment) {
    return new Trainer(
        assignment.architecture(),
        assignment.targets(),
        assignment.optimisation(),
        assignment.seeds(),
        device);
  }

  @Override
  public String toString() {
    return device + ", " + threads + (threads == 1 ? " thread" : " threads");
  }

  Device device() {
    return device;
  }

  int threads() {
    return threads;
  }

  /** What numbers may depend on, by name. */
  static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("numerics", Integer.toString(Numerics.VERSION));
    versions.put("taskaffinity", Build.VERSION);
    versions.put("commit", Build.COMMIT);
    versions.put("chemistry", Integer.toString(Molecules.VERSION));
    versions.put("cdk", CDK.getVersion());
    versions.put("djl", ai.djl.engine.Engine.getDjlVersion());
    versions.put("pytorch", ai.djl.engine.Engine.getEngine("PyTorch").getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
