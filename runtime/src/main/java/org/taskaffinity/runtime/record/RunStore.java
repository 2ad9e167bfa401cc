package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * Where runs are kept: a folder each, named by its {@link RunId}.
 *
 * <pre>
 *   runs/ID                 a finished run; it appears whole, by one rename
 *   runs/ID.partial         an unfinished run, with its last checkpoint: {@link WorkFolders}
 *   runs/ID.damaged.OWNER   a stored run that did not read when it was asked for
 *   runs/.locks/ID          held by the process that works on it: {@link Claims}
 * </pre>
 *
 * <p>Runs stay whole even where locks do not exclude: each sitting writes into a folder of its own,
 * and a finished run is replaced only if it does not read, or on request.
 */
public final class RunStore {
  /** Written last: a folder that has it is whole. */
  private static final String LAST_FILE = "run.json";

  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{64})(|\\.partial|\\.old)(?:\\.[0-9a-f-]+)?");

  private final Path root;
  private final Claims claims;
  private final WorkFolders work;
  private final Publishing publishing;
  private boolean swept;

  /**
   * @param out the folder the user chose
   */
  public RunStore(Path out) {
    root = out.resolve("runs");
    claims = new Claims(root.resolve(".locks"));
    work = new WorkFolders(root);
    publishing = new Publishing(root, work);
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
   * Every run in the store, finished or under way, once. Nothing is locked or repaired, so that a
   * process that works on a run is not disturbed.
   */
  public List<Entry> entries() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(root)) {
      Collection<Entry> each =
          inside
              .flatMap(folder -> entry(folder).stream())
              .collect(Collectors.toMap(Entry::id, Function.identity(), RunStore::better))
              .values();
      return List.copyOf(each);
    } catch (IOException | UncheckedIOException e) {
      throw new RunException("Cannot list the runs in " + root + ": " + e.getMessage(), e);
    }
  }

  private Optional<Entry> entry(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    boolean partial = name.group(2).equals(".partial");
    boolean whole = !partial || Files.exists(folder.resolve(LAST_FILE));
    return Optional.of(new Entry(name.group(1), folder, whole));
  }

  /** Of two folders of one run: the finished one, a whole one, the one that was changed last. */
  private static Entry better(Entry one, Entry other) {
    return Stream.of(one, other)
        .max(
            Comparator.comparing((Entry e) -> e.folder().endsWith(e.id()))
                .thenComparing(Entry::whole)
                .thenComparing(e -> e.folder().toFile().lastModified()))
        .orElseThrow();
  }

  /** The folder in which the runs lie. */
  public Path root() {
    return root;
  }

  /**
   * Starts or resumes a run. What a crash left half moved is repaired first: a whole result becomes
   * the finished run, an older one that was moved aside comes back.
   *
   * @throws RunException if somebody else works on it, or the folder cannot be written
   */
  public Sitting sit(String id) {
    Sitting sitting = claim(id).orElseThrow(() -> taken(id));
    sitting.open();
    return sitting;
  }

  /**
   * As {@link #sit}, but empty while somebody else works on the run. The run's folder is there once
   * something is written to it.
   *
   * @throws RunException if nothing can be written here
   */
  public Optional<Sitting> claim(String id) {
    try {
      sweep();
      Optional<Claims.Claim> claim = claims.take(id);
      return claim.isEmpty() ? Optional.empty() : Optional.of(sitting(id, claim.get()));
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id + ".partial"), e);
    }
  }

  private Sitting sitting(String id, Claims.Claim claim) throws IOException {
    boolean opened = false;
    try {
      publishing.recover(id);
      Path folder = work.open(id, claim.alone());
      if (Files.exists(folder.resolve(LAST_FILE))) { // it was killed just before the rename
        publishing.publish(id, folder, Optional.empty());
      }
      Sitting sitting = new Sitting(id, folder, claim);
      opened = true;
      return sitting;
    } finally {
      if (!opened) {
        claim.close();
      }
    }
  }

  private synchronized void sweep() throws IOException {
    if (!swept) {
      work.sweep();
      swept = true;
    }
  }

  /**
   * What tells this result of a run from one that is made again in its place; empty where there is
   * none.
   */
  public Optional<String> mark(String id) {
    return finished(id).flatMap(RunStore::mark);
  }

  static Optional<String> mark(Path folder) {
    try {
      BasicFileAttributes of =
          Files.readAttributes(folder.resolve(LAST_FILE), BasicFileAttributes.class);
      return Optional.of(of.fileKey() + " " + of.lastModifiedTime());
    } catch (IOException e) {
      return Optional.empty(); // it is being replaced
    }
  }

  private RunException taken(String id) {
    String run = "Run " + id.substring(0, 12);
    return new RunException(
        claims.here(id)
            ? run + " is being worked on by another runner of this program."
            : run
                + " is being worked on by another process.\n  wait for it, or write elsewhere: "
                + Remedy.out());
  }

  /** A new folder beside the runs, to be filled and then adopted. */
  Path workplace() {
    try {
      sweep();
      return work.bringing();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root, e);
    }
  }

  /** Removes a folder of {@link #workplace}, if it is still there. */
  void clear(Path folder) {
    try {
      work.brought(folder);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(folder, e);
    }
  }

  /**
   * Makes a whole folder the finished run of this id, in one step, unless there is one that reads.
   *
   * @return whether the folder was taken
   */
  boolean adopt(String id, Path folder) {
    try (Sitting sitting = claim(id).orElseThrow(() -> taken(id))) {
      return publishing.publish(id, folder, Optional.empty());
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id), e);
    }
  }

  /**
   * Puts a stored run aside that does not read, so that the run counts as absent.
   *
   * @return where it lies now; empty where somebody else has replaced it meanwhile
   */
  public Optional<Path> putAside(String id) {
    try {
      return publishing.putAside(id);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id), e);
    }
  }

  /** The right to work on one run, until closed. */
  public final class Sitting implements AutoCloseable {
    private final String id;
    private final Path folder;
    private final Claims.Claim claim;

    private Sitting(String id, Path folder, Claims.Claim claim) {
      this.id = id;
      this.folder = folder;
      this.claim = claim;
    }

    private void open() {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        close();
        throw AtomicFiles.cannotWrite(folder, e);
      }
    }

    /** Where the run's files are written until it is finished; no other sitting writes here. */
    public Path folder() {
      return folder;
    }

    /** Where they will lie then. */
    public Path finishedFolder() {
      return root.resolve(id);
    }

    /** Throws away what an earlier sitting left. */
    public void startAnew() {
      try {
        work.discard(folder);
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(folder, e);
      }
    }

    /**
     * Makes the run a finished one. A stored run that reads stays, and what was written here is
     * thrown away, unless it is the one that is to be replaced.
     *
     * @param replaced the {@link #mark} of the stored run to replace; empty for none
     * @return whether the run that is stored now is the one that was written here
     */
    public boolean finish(Optional<String> replaced) {
      try {
        return publishing.publish(id, folder, replaced);
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(finishedFolder(), e);
      }
    }

    @Override
    public void close() {
      work.close(id, folder);
      try {
        claim.close();
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(claim.file(), e);
      }
    }
  }
}
