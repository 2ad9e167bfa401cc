package org.taskaffinity.runtime.files;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for files that belong to one process, from which another process can tell whether their
 * owner has ended: {@code MACHINE-PID-UNIQUE}.
 */
public final class Owner {
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{8})-(\\d{1,10})-[0-9a-f]{8}");

  /** This machine since its last start, and the process numbers that are seen from here. */
  private static final String MACHINE =
      Sha256.of(
              host()
                  + "\n"
                  + text(Path.of("/proc/sys/kernel/random/boot_id"))
                  + "\n"
                  + link(Path.of("/proc/self/ns/pid")))
          .substring(0, 8);

  private Owner() {}

  /** A new name of this process. */
  public static String name() {
    return MACHINE
        + "-"
        + ProcessHandle.current().pid()
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Whether the process of this name has ended for certain; false where that cannot be seen. */
  public static boolean ended(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        && parts.group(1).equals(MACHINE)
        && ProcessHandle.of(Long.parseLong(parts.group(2)))
            .filter(ProcessHandle::isAlive)
            .isEmpty();
  }

  /** Whether its process would be seen from here if it had not ended. */
  static boolean here(String name) {
    return name.startsWith(MACHINE + "-");
  }

  /** Whether it is a name of this process. */
  public static boolean own(String name) {
    return name.startsWith(MACHINE + "-" + ProcessHandle.current().pid() + "-");
  }

  private static String host() {
    String known = text(Path.of("/proc/sys/kernel/hostname"));
    if (!known.isEmpty()) {
      return known;
    }
    try {
      return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return "";
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
