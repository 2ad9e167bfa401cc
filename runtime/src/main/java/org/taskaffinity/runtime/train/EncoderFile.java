package org.taskaffinity.runtime.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * The trained encoder of a run, {@code encoder.bin} in its folder: parameters and running
 * statistics of the shared part, as {@link StateFile} writes them. Heads and the optimiser's
 * moments, four fifths of a checkpoint and more, are left out.
 */
public final class EncoderFile {
  private static final String NAME = "encoder.bin";

  private EncoderFile() {}

  /** Writes the encoder of a training's last state. */
  public static void write(State state, Path folder) {
    Map<String, float[]> kept = new TreeMap<>(state.arrays());
    kept.keySet().removeIf(name -> !ofEncoder(name));
    AtomicFiles.write(
        folder.resolve(NAME), out -> StateFile.write(new State(state.updates(), kept), out));
  }

  private static boolean ofEncoder(String name) {
    return name.startsWith("parameter/encoder/") || name.startsWith("statistic/encoder/");
  }

  /** What a folder keeps; empty where it keeps none, or none that is whole. */
  public static Optional<State> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(StateFile.read(in));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Gives a learner a trained encoder; its heads stay as they are.
   *
   * @throws IllegalArgumentException if it is one of another architecture
   */
  public static void into(Learner learner, State encoder) {
    State own = learner.save();
    Map<String, float[]> arrays = new TreeMap<>(own.arrays());
    arrays.putAll(encoder.arrays());
    learner.restore(new State(own.updates(), arrays));
  }
}
