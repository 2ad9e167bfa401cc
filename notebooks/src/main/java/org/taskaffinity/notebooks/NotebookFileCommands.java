package org.taskaffinity.notebooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.notebooks.cell.CellEngine;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.taskaffinity.notebooks.file.CellScript;
import org.taskaffinity.notebooks.file.Notebook;
import org.taskaffinity.notebooks.file.NotebookPage;
import org.taskaffinity.notebooks.file.NotebookRun;
import org.taskaffinity.scripts.CommandGroup;
import org.taskaffinity.scripts.Environment;
import org.taskaffinity.scripts.Verb;
import org.taskaffinity.scripts.file.WholeFile;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.shell.ScriptLanguage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affinity notebook}: notebooks without Jupyter. */
@Command(
    name = "notebook",
    synopsisSubcommandLabel = "run|convert|strip",
    header = {
      "Notebooks without Jupyter.",
      "",
      "  affinity notebook run study.ipynb --html study.html",
      "  affinity notebook convert study.ipynb      a script, and back",
      "  affinity notebook strip study.ipynb        take the outputs out",
      ""
    })
final class NotebookFileCommands extends CommandGroup {
  private static final String NOTEBOOK = ".ipynb";
  private static final String SCRIPT = ".affinity.jsh";

  private NotebookFileCommands() {
    super("a notebook");
  }

  static CommandLine all(Environment environment) {
    return new CommandLine(new NotebookFileCommands())
        .addSubcommand("run", new Run(environment))
        .addSubcommand("convert", new Convert(environment))
        .addSubcommand("strip", new Strip(environment));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** {@code affinity notebook run}. */
  @Command(
      name = "run",
      header = {
        "Run a notebook from its first cell to its last, as Jupyter would.",
        "",
        "  affinity notebook run study.ipynb                    writes affinity-out/study.ipynb",
        "  affinity notebook run study.ipynb --html study.html  and a page",
        "  affinity notebook run study.ipynb --set epochs=5",
        "",
        "The first cell that fails ends it, unless it is tagged raises-exception; what ran",
        "before is written with its outputs. Files are looked for in the folder of the command.",
        ""
      })
  private static final class Run extends Verb {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A notebook, *.ipynb.")
    private Path file;

    @Option(
        names = "--html",
        paramLabel = "PAGE",
        description = "Write a page too, which holds all it shows.")
    private Path html;

    @Option(
        names = "--save",
        paramLabel = "FILE",
        description = "Write the notebook with its outputs here (else into --out, under its name).")
    private Path save;

    @Option(names = "--in-place", description = "Write the outputs into the notebook itself.")
    private boolean inPlace;

    @Option(
        names = "--set",
        paramLabel = "NAME=VALUE",
        description = "Give a top-level variable of the notebook another value.")
    private Map<String, String> presets = Map.of();

    Run(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      Notebook notebook = Notebook.read(file).java(file.toString());
      org.taskaffinity.scripts.shell.Parameters.check(
          ScriptLanguage.JAVA, presets, file.toString(), notebook.code());
      Path to = target();
      NotebookRun run;
      try (EndedProcess ended =
          new EndedProcess(name(file), terminal().err(), partial -> written(partial, to))) {
        run = run(notebook, ended);
      }
      written(run.notebook(), to);
      return run.failure().map(this::failed).orElse(0);
    }

    private void written(Notebook notebook, Path to) {
      notebook.write(to);
      print("notebook  " + to);
      if (html != null) {
        WholeFile.write(html, NotebookPage.of(notebook, name(file)));
        print("page      " + html);
      }
    }

    private Path target() {
      if (inPlace && save != null) {
        throw new ParameterException(
            spec.commandLine(), "--in-place and --save name two places. Choose one.");
      }
      Path to = inPlace ? file : save != null ? save : options.out().resolve(name(file));
      boolean same = to.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
      if (same && !inPlace) {
        throw new DescriptionException(
            "This would write over " + file + " itself.\n  write: --in-place, or --save FILE");
      }
      return to;
    }

    private NotebookRun run(Notebook notebook, EndedProcess ended) {
      Settings settings = options.settings(terminal());
      boolean quiet = settings.progress() == Progress.NONE;
      try (CellEngine engine =
          new CellEngine(
              bars ->
                  environment
                      .runners()
                      .apply(
                          quiet
                              ? settings
                              : settings.progress(new BothHear(settings.progress(), bars))))) {
        environment.interruption().stopping(engine::stop);
        return NotebookRun.of(
            notebook,
            engine,
            presets,
            quiet ? line -> {} : line -> settings.progress().say(name(file) + ": " + line),
            ended::watch);
      } finally {
        if (!environment.interruption().asked()) {
          environment.interruption().stopping(Thread.currentThread()::interrupt);
        }
      }
    }

    private int failed(CellFailure failure) {
      if (failure.stopped()) {
        return environment.interruption().stopped();
      }
      terminal().err().println(failure.plain());
      return failure.exitCode();
    }
  }

  /** Two that hear of the same progress. */
  private record BothHear(Progress one, Progress other) implements Progress {
    @Override
    public void begin(String what, long total, String unit) {
      one.begin(what, total, unit);
      other.begin(what, total, unit);
    }

    @Override
    public void advance(long done, String note) {
      one.advance(done, note);
      other.advance(done, note);
    }

    @Override
    public void advance(long done, String note, double share, Duration left) {
      one.advance(done, note, share, left);
      other.advance(done, note, share, left);
    }

    @Override
    public void end() {
      one.end();
      other.end();
    }

    @Override
    public void say(String line) {
      one.say(line);
      other.say(line);
    }
  }

  /** {@code affinity notebook convert}. */
  @Command(
      name = "convert",
      header = {
        "Turn a notebook into a script that runs, or such a script into a notebook.",
        "",
        "  affinity notebook convert study.ipynb          writes study.affinity.jsh",
        "  affinity notebook convert study.affinity.jsh   writes study.ipynb",
        "",
        "Text becomes comments, and // %% begins a cell. Nothing is lost but outputs.",
        ""
      })
  private static final class Convert extends Verb {
    @Parameters(paramLabel = "FILE", description = "A notebook or a script.")
    private Path file;

    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Write here (else beside the file, with the other ending).")
    private Path to;

    @Option(names = "--force", description = "Write over what is there.")
    private boolean force;

    Convert(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      String name = name(file);
      if (name.endsWith(NOTEBOOK)) {
        Notebook notebook = Notebook.read(file).java(file.toString());
        write(CellScript.of(notebook), NOTEBOOK, SCRIPT);
        if (notebook.ran()) {
          terminal().err().println("Outputs are left out.");
        }
      } else if (name.endsWith(".jsh")) {
        String ending = name.endsWith(SCRIPT) ? SCRIPT : ".jsh";
        String text = CellScript.notebook(file.toString(), ScriptFile.read(file)).text();
        write(text, ending, NOTEBOOK);
      } else {
        throw new DescriptionException(
            name + " is neither a notebook nor a script.\n  known: *.ipynb, *.affinity.jsh");
      }
      return 0;
    }

    private void write(String text, String ending, String other) {
      String name = name(file);
      String stem = name.substring(0, name.length() - ending.length());
      Path target = to == null ? file.resolveSibling(stem + other) : to;
      if (Files.exists(target) && !force) {
        throw new DescriptionException(
            target + " is there already.\n  write: --force to write over it, or --to FILE");
      }
      WholeFile.write(target, text);
      print(target);
    }
  }

  /** {@code affinity notebook strip}. */
  @Command(
      name = "strip",
      header = {
        "Take outputs and cell numbers out of notebooks, as they are kept in version control.",
        "",
        "  affinity notebook strip notebooks/*.ipynb",
        ""
      })
  private static final class Strip extends Verb {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Notebooks, *.ipynb.")
    private List<Path> files;

    Strip(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      for (Path file : files) {
        Notebook notebook = Notebook.read(file);
        if (notebook.ran()) {
          notebook.stripped().write(file);
          print("stripped " + file);
        }
      }
      return 0;
    }
  }
}
