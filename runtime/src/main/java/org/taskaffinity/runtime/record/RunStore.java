package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
   * Begins or goes on with a run, alone. What a crash left half moved is put right first: a whole
   * result becomes the finished run, an older one that was moved aside comes back.
   *
   * @throws RunException if somebody else works on it, or the folder cannot be written
   */
  public Sitting sit(String id) {
    Path lockFile = root.resolve(".locks").resolve(id).toAbsolutePath();
    // A lock file must not be opened twice in one JVM: closing either would free the other's lock.
    if (!HELD.add(lockFile)) {
      throw new RunException(
          "Run " + id.substring(0, 12) + " is being worked on by another runner of this program.");
    }
    try {
      Sitting sitting = new Sitting(id, lockFile, locked(id, lockFile));
      recover(id);
      Files.createDirectories(sitting.folder());
      return sitting;
    } catch (IOException e) {
      HELD.remove(lockFile);
      throw AtomicFiles.cannotWrite(root.resolve(id + ".partial"), e);
    } catch (RuntimeException e) {
      HELD.remove(lockFile);
      throw e;
    }
  }

  private static FileChannel locked(String id, Path lockFile) throws IOException {
    Files.createDirectories(lockFile.getParent());
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new RunException(
        "Run "
            + id.substring(0, 12)
            + " is being worked on by another process.\n  wait for it, or write elsewhere: --out DIR");
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
