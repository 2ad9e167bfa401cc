package org.taskaffinity.scripts;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code affinity}. */
@Command(
    name = "affinity",
    versionProvider = Main.Version.class,
    footer = "",
    header = {
      "Which learning tasks belong together, read from the gradients of the",
      "network they share.",
      "",
      "  affinity analyze planted                  an embedded example; needs no data",
      "  affinity analyze tox21 --epochs 20        a data set of the catalogue",
      "  affinity analyze mine.csv --smiles SMILES one of your own",
      "  affinity overlap tox21 sider              who shares molecules with whom",
      "  affinity repl                             a prompt, to explore",
      "  affinity run study.affinity.jsh           a script",
      "  affinity plan study.affinity.jsh          what it would run",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:the world failed: a file, a disk, a device, a training",
      "2:what was asked makes no sense, or does not fit the data",
      "130:interrupted; what was reached is saved"
    })
public final class Main implements Runnable {
  private static final Set<String> VERSION = Set.of("-V", "--version");
  private static final Set<String> HELP = Set.of("-h", "--help", "help");

  /** Commands whose user writes options; the others hand the word to a script or a notebook. */
  private static final Set<String> OF_THE_SHELL =
      Set.of("analyze", "overlap", "plan", "data", "runs", "export", "import", "bench");

  private final Environment environment;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show which version this is.")
  private boolean version;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean stacktrace;

  Main(Environment environment) {
    this.environment = environment;
  }

  /**
   * Does what the arguments ask, and ends the process with the exit code that {@code --help} lists.
   */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.setOut(terminal.out());
    System.setErr(terminal.err()); // what scripts and libraries print themselves
    Interruption interruption =
        new Interruption(terminal.err(), Thread.currentThread(), Runtime.getRuntime()::halt);
    interruption.listen();
    System.exit(new Main(new Environment(Runner::open, terminal, interruption)).run(arguments));
  }

  /** Does what the arguments ask, and looks whether all of the output could be written. */
  int run(String... arguments) {
    int code = guarded(arguments);
    Optional<String> unwritten = environment.terminal().unwritten();
    if (unwritten.isEmpty() || code != 0) {
      return code;
    }
    if (!unwritten.get().contains("Broken pipe")) { // whoever read it has had enough
      environment
          .terminal()
          .err()
          .println("The output could not be written: " + unwritten.get() + ".");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Errors of the JVM, such as a full memory, end in words, too; exceptions do elsewhere. */
  private int guarded(String... arguments) {
    try {
      return commands(arguments).execute(arguments);
    } catch (Error e) {
      if (stacktrace) {
        e.printStackTrace(environment.terminal().err());
      }
      environment.terminal().err().println(Fatal.words(e) + hint());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** Knows all commands, or the one that is asked for: describing one takes a tenth of a second. */
  CommandLine commands(String... arguments) {
    Map<String, Supplier<Object>> known = new LinkedHashMap<>();
    known.put("analyze", () -> new AnalyzeCommand(environment));
    known.put("repl", () -> new ReplCommand(environment));
    known.put("run", () -> new RunCommand(environment));
    known.put("plan", () -> new PlanCommand(environment));
    known.put("overlap", () -> OverlapCommand.all(environment));
    known.put("runs", () -> new RunsCommand(environment));
    known.put("export", () -> new ExportCommand(environment));
    known.put("import", () -> new ImportCommand(environment));
    known.put("data", () -> DataCommands.all(environment));
    known.put("bench", () -> new BenchCommand(environment));
    known.put("rehearse", () -> new RehearseCommand(environment));
    ServiceLoader.load(Commands.class).forEach(more -> known.putAll(more.of(environment)));
    String first = arguments.length == 0 ? "" : arguments[0];
    CommandLine commands = new CommandLine(this);
    known.forEach(
        (name, command) -> {
          if (name.equals(first) || !known.containsKey(first) && !VERSION.contains(first)) {
            commands.addSubcommand(name, command.get());
          }
        });
    commands.addSubcommand(new CommandLine.HelpCommand());
    if (Arrays.stream(arguments).anyMatch(HELP::contains)) {
      Defaults.into(commands);
    }
    Terminal terminal = environment.terminal();
    return commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(Math.max(60, Math.min(terminal.width(), 100)))
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler(this::misunderstood)
        .setExecutionExceptionHandler((e, line, parsed) -> failed(e));
  }

  private static int execute(CommandLine.ParseResult parsed) {
    boolean shell = parsed.hasSubcommand() && OF_THE_SHELL.contains(command(parsed));
    try (Front.Using front = (shell ? Front.SHELL : Front.SCRIPT).use()) {
      return new CommandLine.RunLast().execute(parsed);
    }
  }

  private static String command(CommandLine.ParseResult parsed) {
    return parsed.subcommand().commandSpec().name();
  }

  /** Nothing asked for: says what could be. */
  @Override
  public void run() {
    commands().usage(environment.terminal().out());
  }

  private int misunderstood(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("  see: " + command + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private int failed(Exception e) {
    if (stacktrace) {
      e.printStackTrace(environment.terminal().err());
    }
    if (environment.interruption().asked() && e instanceof RunException run && run.stopped()) {
      return environment.interruption().stopped();
    }
    boolean ours = e instanceof AffinityException;
    environment.terminal().err().println(ours ? e.getMessage() : e + hint());
    return code(e);
  }

  private String hint() {
    return stacktrace ? "" : "\n  --stacktrace shows where it arose.";
  }

  /** 2 for what makes no sense, 1 for all else. */
  static int code(Throwable thrown) {
    return thrown instanceof AffinityException && !(thrown instanceof RunException) ? 2 : 1;
  }

  /** This project's version and the JVM's. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "affinity " + Build.version(),
        "Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
      };
    }
  }

  /** Whether the whole stack is asked for. */
  static boolean stacktrace(CommandLine.Model.CommandSpec spec) {
    return Boolean.TRUE.equals(spec.root().findOption("--stacktrace").<Boolean>getValue());
  }
}
