package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * Where runs are kept: a folder each, named by its {@link RunId}.
 *
 * <pre>
 *   runs/ID/           a finished run; it appears whole, by one rename
 *   runs/ID.partial/   a run under way, with its last checkpoint
 *   runs/.locks/ID     held by the process that works on it; the file itself stays, for deleting it
 *                      would let two processes hold two files of one name
 * </pre>
 */
public final class RunStore {
  /** Written last: a folder that has it is whole. */
  private static final String LAST_FILE = "run.json";

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(|\\.partial|\\.old)");

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path root;

  /**
   * @param out the folder the user chose
   */
  public RunStore(Path out) {
    root = out.resolve("runs");
  }

  /** The folder of a finished run. */
  public Optional<Path> finished(String id) {
    Path folder = root.resolve(id);
    return Files.exists(folder.resolve(LAST_FILE)) ? Optional.of(folder) : Optional.empty();
  }

  /**
   * A folder of the store.
   *
   * @param id of the run that it belongs to
   * @param folder where it lies
   * @param whole whether it holds a result; it is under way otherwise
   */
  public record Entry(String id, Path folder, boolean whole) {}

  /**
   * Every run in the store, finished or under way. Nothing is locked or put right: whoever works on
   * a run is not disturbed.
   */
  public List<Entry> entries() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(root)) {
      return inside.flatMap(folder -> entry(folder).stream()).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RunException("Cannot list the runs in " + root + ": " + e.getMessage(), e);
    }
  }

  private Optional<Entry> entry(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String id = name.group(1);
    boolean spare = name.group(2).equals(".old") && Files.exists(root.resolve(id));
    return spare
        ? Optional.empty()
        : Optional.of(
            new Entry(
                id,
                folder,
                !name.group(2).equals(".partial") || Files.exists(folder.resolve(LAST_FILE))));
  }

  /** The folder in which the runs lie. */
  public Path root() {
    return root;
  }

  /**
   * Begins or goes on with a run, alone. What a crash left half moved is put right first: a whole
   * result becomes the finished run, an older one that was moved aside comes back.
   *
   * @throws RunException if somebody else works on it, or the folder cannot be written
   */
  public Sitting sit(String id) {
    Sitting sitting = claim(id).orElseThrow(() -> taken(id));
    sitting.open();
    return sitting;
  }

  /**
   * As {@link #sit}, but empty while somebody else works on the run. The claim is a lock that the
   * system frees when its process ends, in whatever way; no clock has a part in it. The run's
   * folder is there once something is written to it.
   *
   * @throws RunException if nothing can be written here
   */
  public Optional<Sitting> claim(String id) {
    Path lockFile = lockFile(id);
    // A lock file must not be opened twice in one JVM: closing either would free the other's lock.
    if (!HELD.add(lockFile)) {
      return Optional.empty();
    }
    Optional<FileChannel> lock = Optional.empty();
    boolean mine = false;
    try {
      lock = locked(lockFile);
      if (lock.isPresent()) {
        recover(id);
        mine = true;
      }
      return lock.map(channel -> new Sitting(id, lockFile, channel));
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id + ".partial"), e);
    } finally {
      if (!mine) {
        lock.ifPresent(RunStore::close);
        HELD.remove(lockFile);
      }
    }
  }

  /**
   * What tells this result of a run from one that is made anew in its place; empty where there is
   * none.
   */
  public Optional<String> mark(String id) {
    return finished(id).flatMap(folder -> mark(folder.resolve(LAST_FILE)));
  }

  private static Optional<String> mark(Path file) {
    try {
      BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(of.fileKey() + " " + of.lastModifiedTime());
    } catch (IOException e) {
      return Optional.empty(); // it is being replaced
    }
  }

  private Path lockFile(String id) {
    return root.resolve(".locks").resolve(id).toAbsolutePath();
  }

  private RunException taken(String id) {
    String run = "Run " + id.substring(0, 12);
    return new RunException(
        HELD.contains(lockFile(id))
            ? run + " is being worked on by another runner of this program."
            : run
                + " is being worked on by another process.\n  wait for it, or write elsewhere:"
                + " --out DIR");
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // What is thrown says what went wrong first.
    }
  }

  /** A new folder beside the runs, to be filled and then adopted. */
  Path workplace() {
    try {
      return Files.createDirectories(root.resolve(".bringing-" + UUID.randomUUID()));
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root, e);
    }
  }

  /** Removes a folder of {@link #workplace}, if it is still there. */
  void clear(Path folder) {
    deleteTree(folder);
  }

  /**
   * Makes a whole folder the finished run of this id, in one step, unless there is one already.
   *
   * @param good whether one that is there may stay
   * @return whether the folder was taken
   */
  boolean adopt(String id, Path folder, Predicate<Path> good) {
    try (Sitting sitting = claim(id).orElseThrow(() -> taken(id))) {
      if (finished(id).filter(good).isPresent()) {
        return false;
      }
      replace(sitting.finishedFolder(), folder, root.resolve(id + ".old"));
      return true;
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id), e);
    }
  }

  private static Optional<FileChannel> locked(Path lockFile) throws IOException {
    Files.createDirectories(lockFile.getParent());
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  private void recover(String id) throws IOException {
    Path whole = root.resolve(id);
    Path partial = root.resolve(id + ".partial");
    Path aside = root.resolve(id + ".old");
    if (Files.exists(partial.resolve(LAST_FILE))) {
      replace(whole, partial, aside);
    } else if (!Files.exists(whole) && Files.exists(aside)) {
      AtomicFiles.move(aside, whole);
    }
    deleteTree(aside);
  }

  /** At every moment one of the two results is whole on the disk. */
  private static void replace(Path whole, Path by, Path aside) throws IOException {
    if (Files.exists(whole)) {
      deleteTree(aside);
      AtomicFiles.move(whole, aside);
    }
    AtomicFiles.move(by, whole);
    deleteTree(aside);
  }

  /** The right to work on one run, until closed. */
  public final class Sitting implements AutoCloseable {
    private final String id;
    private final Path lockFile;
    private final FileChannel channel;

    private Sitting(String id, Path lockFile, FileChannel channel) {
      this.id = id;
      this.lockFile = lockFile;
      this.channel = channel;
    }

    private void open() {
      try {
        Files.createDirectories(folder());
      } catch (IOException e) {
        close();
        throw AtomicFiles.cannotWrite(folder(), e);
      }
    }

    /** Where the run's files are written until it is finished. */
    public Path folder() {
      return root.resolve(id + ".partial");
    }

    /** Where they will lie then. */
    public Path finishedFolder() {
      return root.resolve(id);
    }

    /** Throws away what an earlier sitting left. */
    public void startAnew() {
      deleteTree(folder());
      try {
        Files.createDirectories(folder());
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(folder(), e);
      }
    }

    /** Makes the run a finished one, in place of an older one. */
    public Path finish() {
      try {
        replace(finishedFolder(), folder(), root.resolve(id + ".old"));
        return finishedFolder();
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(finishedFolder(), e);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(lockFile, e);
      } finally {
        HELD.remove(lockFile);
      }
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(folder, e);
    }
  }
}
