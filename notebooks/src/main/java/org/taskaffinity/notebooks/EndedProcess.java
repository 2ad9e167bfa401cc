package org.taskaffinity.notebooks;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.taskaffinity.notebooks.file.Notebook;

/**
 * Writes what a notebook has run when the process ends under it: a library that calls {@code
 * System.exit}, or a terminal that is closed. Calls of the cells themselves are heard before.
 */
final class EndedProcess implements AutoCloseable {
  private final Thread hook;
  private volatile Notebook notebook;

  /**
   * @param name what messages call the notebook
   * @param writing writes it
   */
  EndedProcess(String name, PrintStream err, Consumer<Notebook> writing) {
    hook =
        new Thread(
            () -> {
              if (notebook != null) {
                err.println(name + ": the process ended while a cell ran; what ran is written.");
                writing.accept(notebook);
                err.flush();
                Runtime.getRuntime().halt(1);
              }
            },
            "notebook-ended");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The notebook that cells fill with their outputs. */
  void watch(Notebook running) {
    notebook = running;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and the hook at work
    }
  }
}
