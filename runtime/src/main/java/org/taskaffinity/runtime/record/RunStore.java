package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
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
    return Files.exists(folder.resolve("run.json")) ? Optional.of(folder) : Optional.empty();
  }

  /**
   * Begins or goes on with a run, alone.
   *
   * @throws RunException if another process works on it, or the folder cannot be written
   */
  public Sitting sit(String id) {
    Path lockFile = root.resolve(".locks").resolve(id);
    try {
      Files.createDirectories(lockFile.getParent());
      Files.createDirectories(root.resolve(id + ".partial"));
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new RunException(
            "Run "
                + id.substring(0, 12)
                + " is being worked on by another process.\n  wait for it, or write elsewhere:"
                + " --out DIR");
      }
      return new Sitting(id, channel);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(root.resolve(id + ".partial"), e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another runner of this JVM
    }
  }

  /** The right to work on one run, until closed. */
  public final class Sitting implements AutoCloseable {
    private final String id;
    private final FileChannel channel;

    private Sitting(String id, FileChannel channel) {
      this.id = id;
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

    /** Throws one file away, if it is there. */
    public void delete(String name) {
      try {
        Files.deleteIfExists(folder().resolve(name));
      } catch (IOException e) {
        throw AtomicFiles.cannotWrite(folder().resolve(name), e);
      }
    }

    /**
     * Makes the run a finished one, in place of an older one. That one is moved aside first and
     * deleted last, so that at every moment one of the two is whole on the disk.
     */
    public Path finish() {
      Path aside = root.resolve(id + ".old");
      try {
        deleteTree(aside);
        if (Files.exists(finishedFolder())) {
          Files.move(finishedFolder(), aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder(), finishedFolder(), StandardCopyOption.ATOMIC_MOVE);
        deleteTree(aside);
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
        throw AtomicFiles.cannotWrite(root.resolve(".locks").resolve(id), e);
      }
    }
  }

  private static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(folder, e);
    }
  }
}
