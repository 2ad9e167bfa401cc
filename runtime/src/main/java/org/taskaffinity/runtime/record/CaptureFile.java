package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/** The captured steps of a run, {@code captures.npz} in its folder. */
public final class CaptureFile {
  private static final String NAME = "captures.npz";

  /** There where several mini-batches were captured at a step. */
  private static final String ACROSS = "across";

  private static final int MOST_TASKS = 5_000;

  private CaptureFile() {}

  static void write(Captured captured, Path folder) {
    int captures = captured.size();
    int k = captured.tasks().size();
    AtomicFiles.write(
        folder.resolve(NAME),
        out -> {
          try (Npz npz = new Npz(out)) {
            npz.longs("steps", IntStream.range(0, captures).mapToLong(captured::step).toArray());
            npz.floats("cosines", rows(captures, captured::cosineRow), captures, k, k);
            npz.floats("norms", rows(captures, captured::normRow), captures, k);
            if (captured.crossed()) {
              npz.floats(ACROSS, rows(captures, captured::acrossRow), captures, k, k);
            }
            npz.strings("tasks", captured.tasks());
          }
        });
  }

  private static Iterable<float[]> rows(int captures, IntFunction<float[]> row) {
    return () -> IntStream.range(0, captures).mapToObj(row).iterator();
  }

  /**
   * Reads them from the folder of a run.
   *
   * @throws RunException if they are missing or damaged
   */
  public static Captured read(Path folder) {
    Path file = folder.resolve(NAME);
    try (NpzFile npz = NpzFile.open(file)) {
      Npy names = npz.array("tasks");
      if (!names.texts() || names.size() == 0 || names.size() > MOST_TASKS) {
        throw new RunException("its array \"tasks\" is no list of 1 to " + MOST_TASKS + " texts");
      }
      int k = names.size();
      long[] steps = longs(npz);
      return new Captured(
          names.strings(),
          steps,
          rows(npz, "cosines", k * k, steps.length, k, k),
          rows(npz, "norms", k, steps.length, k),
          npz.has(ACROSS)
              ? Optional.of(rows(npz, ACROSS, k * k, steps.length, k, k))
              : Optional.empty());
    } catch (RuntimeException damaged) {
      throw ResultFiles.damaged(folder, damaged);
    }
  }

  private static long[] longs(NpzFile npz) {
    Npy steps = npz.array("steps");
    if (steps.kind() != 'i' || steps.shape().length != 1) {
      throw new RunException("its array \"steps\" is no list of integers");
    }
    return steps.longs();
  }

  /** The shape is looked at before anything is read, for it says how much that is. */
  private static List<float[]> rows(NpzFile npz, String name, int width, int... shape) {
    Npy header = npz.header(name);
    if (header.kind() != 'f' || !Arrays.equals(header.shape(), shape)) {
      throw new RunException(
          "its array \""
              + name
              + "\" has the shape "
              + header.shown()
              + ", and "
              + Arrays.toString(shape).replace('[', '(').replace(']', ')')
              + " belongs to its steps and tasks");
    }
    float[] flat = npz.array(name).floats();
    List<float[]> rows = new ArrayList<>();
    for (int at = 0; at < flat.length; at += width) {
      rows.add(Arrays.copyOfRange(flat, at, at + width));
    }
    return rows;
  }
}
