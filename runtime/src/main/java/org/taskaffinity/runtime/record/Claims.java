package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Claims on runs: a file lock each, which the system frees when its process ends.
 *
 * <p>A claim saves work; it does not keep runs whole. A network file system may keep locks to one
 * machine, or have none: then two machines may hold a claim on the same run, train it twice, and
 * the second result is thrown away. The JVM property {@code affinity.locks=none} takes no file
 * locks at all.
 */
final class Claims {
  private static final boolean LOCKS = !"none".equals(System.getProperty("affinity.locks"));

  /** File systems that other machines may see, too, or that have locks of their own making. */
  private static final Pattern SHARED =
      Pattern.compile(
          "nfs.*|cifs|smb.*|lustre|fuse.*|9p|beegfs|gpfs|afs|ceph|glusterfs|pvfs2|virtiofs");

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;

  /**
   * @param folder in which the lock files lie
   */
  Claims(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes the claim on a run; empty while somebody else holds it.
   *
   * @throws IOException if the lock file cannot be written
   */
  Optional<Claim> take(String id) throws IOException {
    Path file = file(id);
    // A lock file must not be opened twice in one JVM: closing either would free the other's lock.
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    Optional<Claim> taken = Optional.empty();
    try {
      taken = locked(file);
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(file);
      }
    }
  }

  private static Optional<Claim> locked(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean certain = LOCKS;
    try {
      if (LOCKS && channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException noLocks) {
      certain = false; // the file system has none
    }
    return Optional.of(new Claim(file, channel, certain && local(file)));
  }

  private static boolean local(Path file) {
    try {
      FileStore at = Files.getFileStore(file);
      return !SHARED.matcher(at.type().toLowerCase(Locale.ROOT)).matches();
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether this JVM itself holds the claim. */
  boolean here(String id) {
    return HELD.contains(file(id));
  }

  private Path file(String id) {
    return folder.resolve(id).toAbsolutePath().normalize();
  }

  /**
   * A claim that is held until closed.
   *
   * @param file its lock file; it stays, for deleting it would let two processes lock two files of
   *     one name
   * @param channel that holds the lock
   * @param alone whether certainly nobody else holds a claim on the same run
   */
  record Claim(Path file, FileChannel channel, boolean alone) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
