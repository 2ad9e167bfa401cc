package org.taskaffinity.scripts.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The JVM's means to replace the code of a loaded class, obtained when it is first needed.
 *
 * <p>The agent is loaded into the running JVM by the method that the {@code java} launcher uses for
 * a {@code Launcher-Agent-Class}. That needs {@code
 * --add-exports=java.instrument/sun.instrument=ALL-UNNAMED}, which the launcher of this project
 * sets; without it {@link #instrumentation} is empty. An agent that is given at the start would
 * make the JVM load every class more slowly.
 */
public final class RedefinitionAgent {
  private static volatile Instrumentation instrumentation;
  private static boolean tried;

  private RedefinitionAgent() {}

  /** Called by the JVM, not by people. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** What replaces code; empty if this JVM does not allow it. */
  static synchronized Optional<Instrumentation> instrumentation() {
    if (!tried) {
      tried = true;
      load();
    }
    return Optional.ofNullable(instrumentation).filter(i -> i.isRedefineClassesSupported());
  }

  private static void load() {
    Path jar = null;
    try {
      jar = jar();
      Class.forName("sun.instrument.InstrumentationImpl")
          .getMethod("loadAgent", String.class)
          .invoke(null, jar.toString());
    } catch (ReflectiveOperationException | RuntimeException | IOException e) {
      // Not allowed here, or no room for a temporary file: values are handed on instead.
    } finally {
      delete(jar);
    }
  }

  /** A manifest is all that the JVM reads; the agent's class is on the class path already. */
  private static Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Launcher-Agent-Class", RedefinitionAgent.class.getName());
    main.putValue("Can-Redefine-Classes", "true");
    Path jar = Files.createTempFile("task-affinity-agent", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.finish();
    }
    return jar;
  }

  private static void delete(Path jar) {
    try {
      if (jar != null) {
        Files.deleteIfExists(jar);
      }
    } catch (IOException e) {
      jar.toFile().deleteOnExit(); // an open jar cannot be deleted on Windows
    }
  }
}
