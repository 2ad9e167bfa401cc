package org.taskaffinity.scripts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The command line of the program in a JVM of its own, on the classes of this build. */
public final class JavaProgram {
  private JavaProgram() {}

  /**
   * The command line that runs the program with the arguments given.
   *
   * <p>It passes the flags that the launcher passes to every JVM, so that a newer JDK prints no
   * warning that a user never sees.
   *
   * @param heap a flag such as {@code -Xmx1g}, or null for the default of the JVM
   */
  public static List<String> command(String heap, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    if (heap != null) {
      command.add(heap);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    return command;
  }

  private static List<String> flags() {
    Properties build = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(build.getProperty("jvm.flags").split(" "));
  }
}
