package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/** The captured steps of a run, {@code captures.npz} in its folder. */
public final class CaptureFile {
  private static final String NAME = "captures.npz";

  private CaptureFile() {}

  static void write(Captures captures, List<String> tasks, Path folder) {
    int k = tasks.size();
    AtomicFiles.write(
        folder.resolve(NAME),
        out -> {
          try (Npz npz = new Npz(out)) {
            npz.longs("steps", captures.steps());
            npz.floats("cosines", captures.cosines(), captures.size(), k, k);
            npz.floats("norms", captures.norms(), captures.size(), k);
            npz.strings("tasks", tasks);
          }
        });
  }

  /**
   * Reads them from the folder of a run.
   *
   * @throws RunException if they are missing or damaged
   */
  public static Captured read(Path folder) {
    Path file = folder.resolve(NAME);
    try (NpzFile npz = NpzFile.open(file)) {
      List<String> tasks = npz.array("tasks").strings();
      int k = tasks.size();
      return new Captured(
          tasks,
          npz.array("steps").longs(),
          rows(npz.array("cosines").floats(), k * k),
          rows(npz.array("norms").floats(), k));
    } catch (RuntimeException damaged) {
      throw ResultFiles.damaged(folder, damaged);
    }
  }

  private static List<float[]> rows(float[] flat, int width) {
    List<float[]> rows = new ArrayList<>();
    for (int at = 0; at < flat.length; at += width) {
      rows.add(Arrays.copyOfRange(flat, at, at + width));
    }
    return rows;
  }
}
