package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.file.Path;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Bounds;

/** The printed experiment in the folder of its run, there from the first step on. */
public final class Description {
  /** Its name there. */
  static final String FILE = "description.txt";

  private Description() {}

  /** Writes it, so that a run that is stopped can be told from another. */
  public static void write(Experiment experiment, Path folder) {
    AtomicFiles.write(folder.resolve(FILE), experiment + "\n");
  }

  /**
   * What was written; empty where there is none that can be read, as in the folders of earlier
   * versions.
   */
  public static String read(Path folder) {
    try {
      return Bounds.text(folder.resolve(FILE), Bounds.SMALL).stripTrailing();
    } catch (IOException e) {
      return "";
    }
  }

  /** What the experiment is called; empty where the text is none that is known today. */
  public static String name(String description) {
    try {
      return Experiment.read(description).name();
    } catch (DescriptionException e) {
      return "";
    }
  }
}
