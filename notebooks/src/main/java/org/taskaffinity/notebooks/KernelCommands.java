package org.taskaffinity.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.notebooks.kernel.Kernel;
import org.taskaffinity.notebooks.kernel.KernelSpec;
import org.taskaffinity.scripts.CommandGroup;
import org.taskaffinity.scripts.Environment;
import org.taskaffinity.scripts.Verb;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code affinity kernel}: notebooks in Jupyter. */
@Command(
    name = "kernel",
    synopsisSubcommandLabel = "install|list|uninstall|start",
    header = {
      "Notebooks in Jupyter.",
      "",
      "  affinity kernel install               for this user",
      "  affinity kernel install --sys-prefix  for the active Python environment",
      "  jupyter lab                           then choose Task Affinity (Java)",
      ""
    })
final class KernelCommands extends CommandGroup {
  private KernelCommands() {
    super("the kernel");
  }

  static CommandLine all(Environment environment) {
    return new CommandLine(new KernelCommands())
        .addSubcommand("install", new Install(environment))
        .addSubcommand("list", new Listing(environment))
        .addSubcommand("uninstall", new Uninstall(environment))
        .addSubcommand("start", new Start(environment));
  }

  /** For whom a kernel is installed. */
  static final class Where {
    @Option(names = "--user", description = "For this user; so it is if nothing is said.")
    private boolean user;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "For the installation in DIR, below DIR/share/jupyter.")
    private Path prefix;

    @Option(names = "--sys-prefix", description = "For the active Python environment.")
    private boolean sysPrefix;
  }

  /** What these commands have in common. */
  private abstract static class OfSpecs extends Verb {
    @ArgGroup private Where where = new Where();

    OfSpecs(Environment environment) {
      super(environment);
    }

    KernelSpec.Place place() {
      if (where.prefix != null) {
        return KernelSpec.Place.prefix(where.prefix.toAbsolutePath());
      }
      return where.sysPrefix
          ? KernelSpec.Place.activeEnvironment(System.getenv())
          : KernelSpec.Place.user(
              System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    }
  }

  /** {@code affinity kernel install}. */
  @Command(
      name = "install",
      header = {
        "Tell Jupyter of the kernel. Options of the runner, such as --device, become the kernel's.",
        "",
        "  affinity kernel install",
        "  affinity kernel install --name affinity-gpu --device gpu",
        ""
      })
  private static final class Install extends OfSpecs {
    @Option(
        names = "--name",
        paramLabel = "NAME",
        defaultValue = KernelSpec.NAME,
        description = "What notebooks call it (${DEFAULT-VALUE}).")
    private String name;

    Install(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      KernelSpec kernel = place().named(name);
      boolean usual = kernel.name().equals(KernelSpec.NAME);
      String shown = KernelSpec.DISPLAY_NAME + (usual ? "" : ", " + kernel.name());
      options.settings(terminal()); // refuses what makes no sense
      kernel.write(shown, options.given());
      print("installed " + shown + " in " + kernel.folder());
      return 0;
    }
  }

  /** {@code affinity kernel list}. */
  @Command(
      name = "list",
      header = {"Where the kernel is installed.", "", "  affinity kernel list", ""})
  private static final class Listing extends OfSpecs {
    Listing(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      KernelSpec.Place place = place();
      List<KernelSpec> installed = place.installed();
      installed.forEach(
          kernel ->
              print(
                  kernel.name()
                      + "  "
                      + kernel.folder()
                      + "\n  starts "
                      + String.join(" ", kernel.command())));
      if (installed.isEmpty()) {
        print("none in " + place.kernels() + "\n  install: affinity kernel install");
      }
      return 0;
    }
  }

  /** {@code affinity kernel uninstall}. */
  @Command(
      name = "uninstall",
      header = {"Take the kernel away from Jupyter.", "", "  affinity kernel uninstall", ""})
  private static final class Uninstall extends OfSpecs {
    @Option(
        names = "--name",
        paramLabel = "NAME",
        defaultValue = KernelSpec.NAME,
        description = "Which one (${DEFAULT-VALUE}).")
    private String name;

    Uninstall(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      KernelSpec asked = place().named(name);
      if (!place().installed().contains(asked)) {
        throw new RunException(
            "No kernel of this project is called \""
                + asked.name()
                + "\" in "
                + place().kernels()
                + ".\n  known: "
                + String.join(", ", place().installed().stream().map(KernelSpec::name).toList()));
      }
      asked.remove();
      print("removed " + asked.folder());
      return 0;
    }
  }

  /** {@code affinity kernel start}. */
  @Command(
      name = "start",
      header = {"Be a kernel. Jupyter calls this.", "", "  affinity kernel start FILE", ""})
  private static final class Start extends Verb {
    @Parameters(paramLabel = "FILE", description = "A connection file, as Jupyter writes it.")
    private Path file;

    Start(Environment environment) {
      super(environment);
    }

    @Override
    public Integer call() {
      Settings settings = options.settings(terminal());
      boolean quiet = settings.progress() == Progress.NONE;
      Kernel kernel =
          new Kernel(
              connection(),
              terminal().err(),
              progress ->
                  environment.runners().apply(settings.progress(quiet ? Progress.NONE : progress)));
      environment.interruption().stopping(kernel::end);
      parent().ifPresent(process -> process.onExit().thenRun(kernel::end));
      kernel.serve();
      return 0;
    }

    private String connection() {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new RunException("Cannot read the connection file " + file + ": " + e, e);
      }
    }

    /** A kernel whose client is gone is of use to nobody. */
    private static Optional<ProcessHandle> parent() {
      String id = System.getenv("JPY_PARENT_PID");
      return id == null || !id.matches("\\d+")
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(id));
    }
  }
}
