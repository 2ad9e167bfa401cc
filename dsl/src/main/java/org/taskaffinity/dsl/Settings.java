package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a runner works, as opposed to what it is asked: none of this changes a result's meaning.
 *
 * @param data folder where data files are looked for first; {@code AFFINITY_DATA} if empty
 * @param out folder where runs and reports are written; {@code affinity-out} if empty
 * @param device where tensors live
 * @param engine who trains
 * @param threads threads of the engine; 0 for all cores. The engine in Java trains the experiments
 *     of a sweep in one thread each, and at most so many at once
 * @param fresh whether stored results are passed over and made anew
 * @param progress who is told how far it is
 */
public record Settings(
    Optional<Path> data,
    Optional<Path> out,
    Device device,
    Engine engine,
    int threads,
    boolean fresh,
    Progress progress) {

  /** Everything by default. */
  public static Settings settings() {
    return new Settings(
        Optional.empty(), Optional.empty(), Device.AUTO, Engine.AUTO, 0, false, Progress.NONE);
  }

  public Settings data(Path folder) {
    return new Settings(Optional.of(folder), out, device, engine, threads, fresh, progress);
  }

  public Settings out(Path folder) {
    return new Settings(data, Optional.of(folder), device, engine, threads, fresh, progress);
  }

  public Settings device(Device chosen) {
    return new Settings(data, out, chosen, engine, threads, fresh, progress);
  }

  public Settings engine(Engine chosen) {
    return new Settings(data, out, device, chosen, threads, fresh, progress);
  }

  public Settings threads(int count) {
    return new Settings(data, out, device, engine, count, fresh, progress);
  }

  public Settings fresh(boolean anew) {
    return new Settings(data, out, device, engine, threads, anew, progress);
  }

  public Settings progress(Progress told) {
    return new Settings(data, out, device, engine, threads, fresh, told);
  }
}
