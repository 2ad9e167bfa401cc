package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Owner;

/**
 * How a whole folder becomes the finished run of its id: by a rename, which fails where a folder
 * that is not empty has the name. So of several that try at once one succeeds, and no lock is
 * needed for it.
 *
 * <pre>
 *   ID.old.OWNER       a run that is being replaced by request
 *   ID.damaged.OWNER   a run that did not read; it is kept
 * </pre>
 */
final class Publishing {
  private static final String OLD = ".old";
  private static final String DAMAGED = ".damaged";

  /** Each try fails because somebody else published in between. */
  private static final int TRIES = 100;

  private final Path root;
  private final WorkFolders work;

  Publishing(Path root, WorkFolders work) {
    this.root = root;
    this.work = work;
  }

  /**
   * Publishes a folder, unless a run that reads is there.
   *
   * @param replaced the mark of a stored run that does not count
   * @return whether the folder was taken; it is thrown away otherwise
   */
  boolean publish(String id, Path folder, Optional<String> replaced) throws IOException {
    Path whole = root.resolve(id);
    List<Path> old = new ArrayList<>();
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        AtomicFiles.move(folder, whole);
        for (Path each : old) {
          work.discard(each);
        }
        return true;
      } catch (IOException e) {
        last = e;
      }
      boolean there = Files.exists(whole);
      if (there && !replaced(whole, replaced) && reads(id, whole)) {
        work.discard(folder);
        return false;
      }
      if (!there) {
        break;
      }
      clear(id, whole, replaced).ifPresent(old::add);
    }
    for (Path each : old) {
      restore(each, whole);
    }
    throw last;
  }

  private static boolean replaced(Path whole, Optional<String> mark) {
    return mark.isPresent() && mark.equals(RunStore.mark(whole));
  }

  private static boolean reads(String id, Path folder) {
    return ResultFiles.problem(id, folder).isEmpty();
  }

  /** Moves what is there out of the way; to where, if it is an older result that reads. */
  private Optional<Path> clear(String id, Path whole, Optional<String> replaced)
      throws IOException {
    if (!replaced(whole, replaced)) {
      putAside(id);
      return Optional.empty();
    }
    Path old = root.resolve(id + OLD + "." + Owner.name());
    if (!moved(whole, old)) {
      return Optional.empty();
    }
    if (replaced(old, replaced)) {
      return Optional.of(old);
    }
    restore(old, whole); // another one was published just before
    return Optional.empty();
  }

  /** Puts the stored run aside if it does not read; empty where it does, or is not there. */
  Optional<Path> putAside(String id) throws IOException {
    Path whole = root.resolve(id);
    if (!Files.exists(whole) || reads(id, whole)) {
      return Optional.empty();
    }
    Path aside = root.resolve(id + DAMAGED + "." + Owner.name());
    if (!moved(whole, aside)) {
      return Optional.empty();
    }
    if (reads(id, aside)) { // one that reads was published just before
      restore(aside, whole);
      return Optional.empty();
    }
    return Optional.of(aside);
  }

  private static boolean moved(Path from, Path to) throws IOException {
    try {
      AtomicFiles.move(from, to);
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private void restore(Path from, Path whole) throws IOException {
    try {
      AtomicFiles.move(from, whole);
    } catch (FileSystemException e) {
      if (!Files.exists(whole)) {
        throw e;
      }
      work.discard(from); // there is one again, and one is enough
    }
  }

  /** Brings back a run that a crash left moved aside. */
  void recover(String id) throws IOException {
    Path whole = root.resolve(id);
    if (Files.exists(whole) || !Files.isDirectory(root)) {
      return;
    }
    List<Path> old = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(root, each -> named(each).startsWith(id + OLD))) {
      all.forEach(old::add);
    }
    for (Path each : old) {
      if (reads(id, each)) {
        restore(each, whole);
      }
    }
  }

  private static String named(Path path) {
    return path.getFileName().toString();
  }
}
