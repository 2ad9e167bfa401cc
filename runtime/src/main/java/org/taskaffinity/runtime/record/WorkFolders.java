package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Owner;
import org.taskaffinity.runtime.files.Trees;

/**
 * The folders of unfinished runs, one per sitting, so that no two processes ever write into the
 * same one.
 *
 * <pre>
 *   ID.partial          left by a sitting that stopped; whoever renames it has it
 *   ID.partial.OWNER    of a sitting, named by {@link Owner}
 *   .gone-OWNER         being deleted
 *   .bringing-OWNER     a bundle being unpacked
 * </pre>
 */
final class WorkFolders {
  /** What later sittings go on with. */
  private static final List<String> KEPT =
      List.of("description.txt", "sittings.txt", "checkpoint.bin");

  private static final String CHECKPOINT = "checkpoint.bin";
  private static final String PARTIAL = ".partial";
  private static final Pattern OF_RUN = Pattern.compile("([0-9a-f]{64})\\.(partial\\..*|old.*)");
  private static final String GONE = ".gone-";
  private static final String BRINGING = ".bringing-";

  /** A folder that nothing was written to for so long is in use by nobody. */
  private static final Duration ABANDONED = Duration.ofDays(7);

  /** Those of this JVM that are in use. */
  private static final Set<Path> USED = ConcurrentHashMap.newKeySet();

  private final Path root;

  /**
   * @param root the folder in which the runs lie
   */
  WorkFolders(Path root) {
    this.root = root;
  }

  /**
   * The folder of a new sitting, with what earlier sittings left of the run; there is none yet
   * where they left nothing.
   *
   * @param alone whether certainly nobody else works on the run
   */
  Path open(String id, boolean alone) throws IOException {
    Path own = root.resolve(id + PARTIAL + "." + Owner.name());
    USED.add(own.toAbsolutePath());
    boolean taken = false;
    for (Path left : partials(id)) {
      if (!alone && !free(left)) {
        taken = taken || copied(left, own);
      } else if (!taken) {
        taken = renamed(left, own);
      } else {
        discard(left);
      }
    }
    return own;
  }

  /** The folders of unfinished sittings of a run, the one with the newest checkpoint first. */
  private List<Path> partials(String id) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(root, path -> named(path).startsWith(id + PARTIAL))) {
      all.forEach(found::add);
    }
    Comparator<Path> age = Comparator.comparing(each -> changed(each.resolve(CHECKPOINT)));
    found.sort(age.reversed());
    return found;
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(Long.MIN_VALUE);
    }
  }

  /** Whether certainly no sitting works in it. */
  private static boolean free(Path folder) {
    String name = named(folder);
    int at = name.indexOf(PARTIAL) + PARTIAL.length();
    return at == name.length() || free(folder, name.substring(Math.min(name.length(), at + 1)));
  }

  private static boolean free(Path folder, String owner) {
    return Owner.own(owner) ? !USED.contains(folder.toAbsolutePath()) : Owner.ended(owner);
  }

  private static boolean renamed(Path left, Path own) throws IOException {
    try {
      AtomicFiles.move(left, own);
    } catch (NoSuchFileException taken) {
      return false; // somebody else was faster
    }
    deleteHidden(own);
    return true;
  }

  /** What a process had not yet moved into place when it was killed. */
  private static void deleteHidden(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path each : inside.filter(path -> named(path).startsWith(".")).toList()) {
        Trees.delete(each);
      }
    }
  }

  /** Another sitting may be at work in it: it is left as it is. */
  private static boolean copied(Path left, Path own) throws IOException {
    if (!Files.exists(left.resolve(CHECKPOINT))) {
      return false;
    }
    for (String name : KEPT) {
      try {
        copy(left.resolve(name), own.resolve(name));
      } catch (NoSuchFileException gone) {
        // It has just been finished, or never had one.
      }
    }
    return Files.exists(own.resolve(CHECKPOINT));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      AtomicFiles.write(to, in::transferTo);
    }
  }

  /** Ends a sitting: what it leaves may be taken by the next, unless the run is finished. */
  void close(String id, Path own) {
    try {
      if (finished(id)) {
        discard(own);
      } else if (Files.exists(own) && !Files.exists(root.resolve(id + PARTIAL))) {
        AtomicFiles.move(own, root.resolve(id + PARTIAL));
      }
    } catch (IOException e) {
      // Under its own name it is found, too, once this process has ended.
    } finally {
      USED.remove(own.toAbsolutePath());
    }
  }

  private boolean finished(String id) {
    return Files.exists(root.resolve(id).resolve(RecordFile.NAME));
  }

  /** Deletes a folder; nobody can take it meanwhile. */
  void discard(Path folder) throws IOException {
    Path gone = root.resolve(GONE + Owner.name());
    USED.add(gone.toAbsolutePath());
    try {
      AtomicFiles.move(folder, gone);
      Trees.delete(gone);
    } catch (NoSuchFileException e) {
      // Somebody else has taken or deleted it.
    } finally {
      USED.remove(gone.toAbsolutePath());
    }
  }

  /** A new folder for a bundle. */
  Path bringing() throws IOException {
    Path folder = root.resolve(BRINGING + Owner.name());
    USED.add(folder.toAbsolutePath());
    return Files.createDirectories(folder);
  }

  /** Deletes a folder of {@link #bringing}, if it is still there. */
  void brought(Path folder) throws IOException {
    try {
      Trees.delete(folder);
    } finally {
      USED.remove(folder.toAbsolutePath());
    }
  }

  /**
   * Deletes what processes left that were killed: folders whose owner has ended, and what nobody
   * has written to for a week where the owner cannot be seen from here. Unfinished runs stay,
   * unless their run is finished.
   */
  void sweep() throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root, this::spare)) {
      all.forEach(left::add);
    }
    if (left.isEmpty()) {
      return;
    }
    FileTime now = now();
    for (Path each : left) {
      if (free(each, owner(named(each))) || abandoned(each, now)) {
        discard(each);
      }
    }
  }

  /** Whether a folder holds nothing that anybody needs once its owner has ended. */
  private boolean spare(Path folder) {
    String name = named(folder);
    Matcher of = OF_RUN.matcher(name);
    return name.startsWith(GONE)
        || name.startsWith(BRINGING)
        || of.matches() && finished(of.group(1));
  }

  private static String owner(String name) {
    return name.replaceFirst("^(\\.[a-z]+-|[0-9a-f]{64}\\.(partial|old)\\.?)", "");
  }

  /** The time of the file system, which may be that of another machine. */
  private FileTime now() throws IOException {
    Path probe = Files.createTempFile(root, GONE, "");
    try {
      return Files.getLastModifiedTime(probe);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static boolean abandoned(Path folder, FileTime now) {
    try (Stream<Path> inside = Files.walk(folder, 2)) {
      FileTime newest = inside.map(WorkFolders::changed).max(Comparator.naturalOrder()).orElse(now);
      return newest.toInstant().plus(ABANDONED).isBefore(now.toInstant());
    } catch (IOException | UncheckedIOException e) {
      return false; // somebody else is deleting it
    }
  }

  private static String named(Path path) {
    return path.getFileName().toString();
  }
}
