package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.terminal.Terminal;
import org.taskaffinity.scripts.terminal.TerminalProgress;
import picocli.CommandLine.Option;

/** How the work is done, whatever it is. */
public final class RunnerOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Look for data files here first (else in $AFFINITY_DATA, the cache, the web).")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write runs and reports here (else in affinity-out).")
  private Path out;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description = "Where to compute; auto takes a GPU where there is one.")
  private String device = "auto";

  @Option(
      names = "--engine",
      paramLabel = "auto|djl|java",
      description = "Who trains; auto takes Java on the CPU where it can, else DJL.")
  private String engine = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the engine, all cores if left out. A sweep trains as many experiments at"
              + " once, each in one thread.")
  private int threads;

  @Option(names = "--fresh", description = "Run again, even if the result is stored.")
  private boolean fresh;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print one JSON document; all else goes to stderr.")
  private boolean json;

  public boolean json() {
    return json;
  }

  public Path out() {
    return out == null ? Path.of("affinity-out") : out;
  }

  int threads() {
    return threads;
  }

  boolean quiet() {
    return quiet;
  }

  boolean outGiven() {
    return out != null;
  }

  public Settings settings(Terminal terminal) {
    Settings settings =
        Settings.settings()
            .device(Choice.of(Device.class, "--device", device))
            .engine(Choice.of(Engine.class, "--engine", engine))
            .threads(Choice.atLeast(0, "--threads", threads))
            .fresh(fresh)
            .progress(quiet ? Progress.NONE : new TerminalProgress(terminal));
    settings = data == null ? settings : settings.data(data);
    return out == null ? settings : settings.out(out);
  }

  /** The options that say something, as words of a command line; paths are absolute. */
  public List<String> given() {
    List<String> words = new ArrayList<>();
    add(words, "--data", data == null ? "" : data.toAbsolutePath().toString());
    add(words, "--out", out == null ? "" : out.toAbsolutePath().toString());
    add(words, "--device", device.equals("auto") ? "" : device);
    add(words, "--engine", engine.equals("auto") ? "" : engine);
    add(words, "--threads", threads == 0 ? "" : String.valueOf(threads));
    if (fresh) {
      words.add("--fresh");
    }
    if (quiet) {
      words.add("--quiet");
    }
    return words;
  }

  private static void add(List<String> words, String option, String value) {
    if (!value.isEmpty()) {
      words.addAll(List.of(option, value));
    }
  }
}
