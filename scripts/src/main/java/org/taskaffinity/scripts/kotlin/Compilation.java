package org.taskaffinity.scripts.kotlin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;

/** From a script's text to its classes: out of the cache, or else by the compiler. */
final class Compilation {
  private static final String COMPILER = "org.taskaffinity.scripts.kotlin.EmbeddedCompiler";
  private static final String LIBRARY = "kotlin.Unit";

  private final ScriptCache cache;
  private final Supplier<KotlinCompiler> compiler;

  /**
   * @param compiler asked for only where the cache has nothing
   */
  Compilation(ScriptCache cache, Supplier<KotlinCompiler> compiler) {
    this.cache = cache;
    this.compiler = compiler;
  }

  static Compilation ofUser() {
    return ofUser(System.getenv());
  }

  static Compilation ofUser(Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return new Compilation(ScriptCache.ofUser(environment, home), Compilation::embedded);
  }

  KotlinCompiler.Outcome of(String text) {
    String key = key(text);
    Optional<CompiledClasses> kept = cache.find(key);
    if (kept.isPresent()) {
      return new KotlinCompiler.Outcome(kept, List.of());
    }
    KotlinCompiler.Outcome outcome = compiler.get().compile(text, classPath());
    outcome.classes().ifPresent(classes -> cache.keep(key, classes));
    return outcome;
  }

  private static String key(String text) {
    try {
      return ScriptCache.key(text, where(LIBRARY).getFileName().toString(), classPath());
    } catch (IOException e) {
      throw new RunException("Cannot read the program's own files: " + e, e);
    }
  }

  /** The language, what a script has beside it, and Kotlin's library: scripts know no engine. */
  private static List<Path> classPath() {
    return Stream.of(Runner.class.getName(), Compilation.class.getName(), LIBRARY)
        .map(Compilation::where)
        .toList();
  }

  private static Path where(String type) {
    try {
      Class<?> found = Class.forName(type, false, Compilation.class.getClassLoader());
      return Path.of(
          URI.create(found.getProtectionDomain().getCodeSource().getLocation().toString()));
    } catch (ClassNotFoundException e) {
      throw missing(e);
    }
  }

  /** By its name, for this Java is compiled before that Kotlin. */
  static KotlinCompiler embedded() {
    try {
      return (KotlinCompiler) Class.forName(COMPILER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw missing(e);
    }
  }

  private static RunException missing(Throwable cause) {
    return new RunException(
        "No Kotlin on the class path, so this script cannot be compiled.\n"
            + "  add: org.jetbrains.kotlin:kotlin-scripting-jvm-host",
        cause);
  }
}
