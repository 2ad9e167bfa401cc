package org.taskaffinity.runtime.run;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.openscience.cdk.CDK;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.runtime.bench.Benchmark;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.record.Build;
import org.taskaffinity.runtime.record.Numerics;
import org.taskaffinity.runtime.tensor.Torch;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.LearnerProvider;
import org.taskaffinity.runtime.train.Trainer;
import org.taskaffinity.runtime.train.TrainingSpec;

/** The engine that trains: which one, on which device, with how many threads. */
public final class Engine {
  private final Device device;
  private final int threads;
  private final Optional<LearnerProvider> java;
  private final boolean required;
  private final EngineFallback fallback;

  private Engine(
      Device device,
      int threads,
      Optional<LearnerProvider> java,
      boolean required,
      EngineFallback fallback) {
    this.device = device;
    this.threads = threads;
    this.java = java;
    this.required = required;
    this.fallback = fallback;
  }

  /**
   * The engine as the settings ask for it.
   *
   * @throws RunException if a GPU or an engine is asked for and there is none
   */
  public static Engine of(Settings settings) {
    int gpus = ai.djl.engine.Engine.getEngine("PyTorch").getGpuCount();
    if (settings.device() == org.taskaffinity.dsl.Device.GPU && gpus == 0) {
      throw new RunException(
          "A GPU was asked for, but PyTorch sees none on this machine.\n  known: cpu\n  write: "
              + Remedy.device(org.taskaffinity.dsl.Device.CPU)
              + "\n     or, to take a GPU where there is one: "
              + Remedy.device(org.taskaffinity.dsl.Device.AUTO));
    }
    boolean required = settings.engine() == org.taskaffinity.dsl.Engine.JAVA;
    boolean gpu = gpus > 0 && settings.device() != org.taskaffinity.dsl.Device.CPU && !required;
    if (required && settings.device() == org.taskaffinity.dsl.Device.GPU) {
      throw new RunException(
          "The engine java works on the CPU, and a GPU was asked for.\n  write: "
              + Remedy.engine(org.taskaffinity.dsl.Engine.DJL)
              + "\n     or: "
              + Remedy.device(org.taskaffinity.dsl.Device.CPU));
    }
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    boolean djl = gpu || settings.engine() == org.taskaffinity.dsl.Engine.DJL;
    Optional<LearnerProvider> found = djl ? Optional.empty() : provider();
    Optional<LearnerProvider.Missing> missing = found.flatMap(LearnerProvider::missing);
    if (required) {
      missing.ifPresent(Engine::refuse);
    }
    return new Engine(
        gpu ? Device.gpu() : Device.cpu(),
        threads,
        missing.isPresent() ? Optional.empty() : found,
        required,
        new EngineFallback(found, settings.progress()));
  }

  private static Optional<LearnerProvider> provider() {
    return ServiceLoader.load(LearnerProvider.class, LearnerProvider.class.getClassLoader())
        .findFirst();
  }

  private static void refuse(LearnerProvider.Missing missing) {
    throw new RunException(
        "The engine java cannot work here: "
            + missing.reason()
            + ".\n  known: auto, djl\n  write: "
            + missing.write().map(write -> write + "\n     or: ").orElse("")
            + Remedy.engine(org.taskaffinity.dsl.Engine.DJL));
  }

  /** Sets the threads of an operation, which are the whole JVM's, for what comes next. */
  public void use() {
    Torch.threads(threads);
  }

  /** Who trains an experiment. Two pools of threads on one machine's cores ruin each other. */
  Learner learner(TrainingSpec assignment) {
    if (trainsInJava(assignment)) {
      Torch.threads(1);
      return java.orElseThrow().begin(assignment, threads);
    }
    use();
    return new Trainer(
        assignment.architecture(),
        assignment.targets(),
        assignment.optimisation(),
        assignment.seeds(),
        device);
  }

  /** What is measured: both engines side by side, unless one was asked for. */
  public Benchmark benchmark(org.taskaffinity.dsl.Engine asked) {
    fallback.sayMissing();
    return new Benchmark(device, threads, asked != org.taskaffinity.dsl.Engine.JAVA, java);
  }

  /**
   * This engine with one thread a training, so that several can train at once and the bits of none
   * depend on how many do, or on how many cores there are.
   */
  public Engine oneThread() {
    return new Engine(device, 1, java, required, fallback);
  }

  /** How many trainings of one thread may be under way: more than cores gain nothing. */
  public int atOnce() {
    return java.isEmpty() ? 1 : Math.min(threads, Runtime.getRuntime().availableProcessors());
  }

  /** Whether the engine in Java trains it, and so as many at once as there are threads. */
  public boolean trainsInJava(TrainingSpec assignment) {
    Optional<String> unknown = java.flatMap(engine -> engine.unknown(assignment));
    if (required && unknown.isPresent()) {
      throw new RunException(
          "The engine java does not know "
              + unknown.get()
              + ".\n  write: "
              + Remedy.engine(org.taskaffinity.dsl.Engine.DJL)
              + "\n     or: "
              + Remedy.engine(org.taskaffinity.dsl.Engine.AUTO));
    }
    fallback.of(assignment);
    return java.isPresent() && unknown.isEmpty();
  }

  /** That an experiment was trained by PyTorch where the engine in Java would have. */
  Optional<String> note(TrainingSpec assignment) {
    return fallback.note(assignment);
  }

  /** Which engine an experiment is trained by, and how wide its vectors are. */
  String name(TrainingSpec assignment) {
    return trainsInJava(assignment) ? java.orElseThrow().description() : "djl";
  }

  /** What the bits of a training depend on. */
  String words(TrainingSpec assignment) {
    return this + ", " + name(assignment);
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
  Map<String, String> versions(TrainingSpec assignment) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("engine", name(assignment));
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
