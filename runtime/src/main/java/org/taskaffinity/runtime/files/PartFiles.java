package org.taskaffinity.runtime.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that are being written and are not yet in their place: {@code .NAME.OWNER.part} in the
 * folder of NAME, with OWNER as {@link Owner} has it. They are hidden, have an ending of their own
 * and are never read.
 *
 * <p>A process that is killed leaves such a file. The next one that writes into the folder deletes
 * it: at once if its owner ran on this machine and has ended, after a week without a change if the
 * owner cannot be seen from here. The file of a process that is alive stays.
 */
final class PartFiles {
  private static final String ENDING = ".part";
  private static final Pattern NAME =
      Pattern.compile("\\..+\\.([0-9a-f]{8}-\\d{1,10}-[0-9a-f]{8})\\.part");

  /** Bytes of a file's name on the usual file systems. */
  private static final int LONGEST = 255;

  private static final Duration ABANDONED = Duration.ofDays(7);

  /** A folder that no other process wrote to is not searched again within this time. */
  private static final Duration CLEAN = Duration.ofMinutes(1);

  private static final int REMEMBERED = 256;

  /** Times of {@link System#nanoTime} at which folders were found clean, the newest last. */
  private static final Map<Path, Long> SEEN = new LinkedHashMap<>();

  private PartFiles() {}

  /** A new part file in the folder of a file, for its future content. */
  static Path partOf(Path file) {
    String owner = "." + Owner.name() + ENDING;
    String name = String.valueOf(file.getFileName());
    int end = name.length();
    while (1 + bytes(name.substring(0, end)) + owner.length() > LONGEST) {
      end = name.offsetByCodePoints(end, -1);
    }
    return file.toAbsolutePath().resolveSibling("." + name.substring(0, end) + owner);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Deletes what processes left that were killed. What cannot be deleted stays: it does no harm.
   *
   * @param own a part file that was just made, which tells the time of the file system
   */
  static void sweep(Path own) {
    Path folder = own.getParent();
    if (seen(folder)) {
      return;
    }
    boolean others = false;
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, path -> NAME.matcher(name(path)).matches())) {
      FileTime now = Files.getLastModifiedTime(own);
      for (Path part : parts) {
        others |= !part.equals(own) && !deleted(part, now);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // the next writer tries again
    }
    if (!others) {
      remember(folder);
    }
  }

  private static boolean deleted(Path part, FileTime now) throws IOException {
    Matcher parts = NAME.matcher(name(part));
    boolean left = parts.matches() && left(part, parts.group(1), now);
    if (left && Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(part);
    }
    return left;
  }

  private static boolean left(Path part, String owner, FileTime now) throws IOException {
    if (Owner.here(owner)) {
      return Owner.ended(owner);
    }
    FileTime changed = Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS);
    return changed.toInstant().plus(ABANDONED).isBefore(now.toInstant());
  }

  private static boolean seen(Path folder) {
    synchronized (SEEN) {
      Long at = SEEN.get(folder);
      return at != null && System.nanoTime() - at < CLEAN.toNanos();
    }
  }

  private static void remember(Path folder) {
    synchronized (SEEN) {
      SEEN.remove(folder);
      SEEN.put(folder, System.nanoTime());
      if (SEEN.size() > REMEMBERED) {
        SEEN.remove(SEEN.keySet().iterator().next());
      }
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
