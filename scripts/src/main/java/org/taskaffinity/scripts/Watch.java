package org.taskaffinity.scripts;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/**
 * Runs a script again and again: whenever it, or a table that it names, has changed. A change in
 * the midst of a run stops that run, which keeps what it has reached; what was run before is taken
 * from the store.
 */
final class Watch {
  private static final long QUIET_MILLIS = 150; // editors write a file in several steps
  private static final Pattern TABLE = Pattern.compile("\"([^\"\n]+\\.(?:csv|tsv)(?:\\.gz)?)\"");
  private static final WatchEvent.Kind<?>[] EVENTS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Terminal terminal;
  private final Interruption interruption;
  private final Path file;
  private Map<Path, String> seen = Map.of();
  private ScriptRun running;
  private boolean changed;

  Watch(Environment environment, Path file) {
    this.terminal = environment.terminal();
    this.interruption = environment.interruption();
    this.file = file;
  }

  /**
   * @param once runs the script, and hands it over when it has begun
   * @return the exit code, once Ctrl-C has come
   */
  int run(ToIntFunction<Consumer<ScriptRun>> once) {
    ScriptRun.language(file);
    ScriptFile.read(file); // a script that was never there is a slip of the pen
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      look(service);
      Thread eyes = new Thread(() -> watch(service), "watch " + file);
      eyes.setDaemon(true);
      eyes.start();
      return again(once);
    } catch (IOException e) {
      throw new RunException("Cannot watch " + file + ": " + e, e);
    }
  }

  private int again(ToIntFunction<Consumer<ScriptRun>> once) {
    while (!interruption.asked()) {
      try {
        once.applyAsInt(this::begun);
      } catch (AffinityException e) {
        terminal.err().println(e.getMessage());
      }
      if (interruption.asked() || !awaited()) {
        break;
      }
    }
    return interruption.code();
  }

  private synchronized void begun(ScriptRun script) {
    running = script;
    if (changed) {
      script.stop();
    }
  }

  /** Waits for the next change; not if Ctrl-C comes first. */
  private synchronized boolean awaited() {
    running = null;
    try {
      if (!changed) {
        terminal.err().println("Watching " + file + "; Ctrl-C ends.");
      }
      while (!changed) {
        wait();
      }
      changed = false;
      terminal.err().println("\n" + file + " has changed.");
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void watch(WatchService service) {
    try {
      while (true) {
        for (WatchKey key = service.take();
            key != null;
            key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
          key.pollEvents();
          key.reset();
        }
        if (look(service)) {
          tell();
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      // The command is over.
    } catch (IOException e) {
      terminal.err().println("Cannot watch " + file + " any longer: " + e);
    }
  }

  private synchronized void tell() {
    changed = true;
    notifyAll();
    if (running != null) {
      running.stop();
    }
  }

  /** Whether something is other than it was; from now on the folders of all files are watched. */
  private boolean look(WatchService service) throws IOException {
    String text;
    try {
      text = ScriptFile.read(file);
    } catch (RunException e) {
      text =
          Files.exists(file) ? e.getMessage() : seen.get(file); // gone while it is being replaced
    }
    Map<Path, String> now = new LinkedHashMap<>();
    now.put(file, text);
    for (Path table : tables(text)) {
      now.put(table, stamp(table));
    }
    for (Path each : now.keySet()) {
      register(service, each);
    }
    boolean other = !now.equals(seen);
    seen = now;
    return other;
  }

  private static void register(WatchService service, Path file) throws IOException {
    file.toAbsolutePath().getParent().register(service, EVENTS);
    if (Files.isSymbolicLink(file) && Files.exists(file)) {
      file.toRealPath().getParent().register(service, EVENTS);
    }
  }

  private static Set<Path> tables(String text) {
    Set<Path> tables = new LinkedHashSet<>();
    Matcher named = TABLE.matcher(text);
    while (named.find()) {
      try {
        Path table = Path.of(named.group(1));
        if (Files.isRegularFile(table)) {
          tables.add(table);
        }
      } catch (InvalidPathException e) {
        // A text that is no path.
      }
    }
    return tables;
  }

  private static String stamp(Path table) {
    try {
      BasicFileAttributes of = Files.readAttributes(table, BasicFileAttributes.class);
      return of.size() + " " + of.lastModifiedTime() + " " + of.fileKey();
    } catch (IOException e) {
      return "gone";
    }
  }
}
