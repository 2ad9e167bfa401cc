package org.taskaffinity.runtime.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Settings;

/**
 * Where files are looked for and kept.
 *
 * @param data looked into first; empty for none
 * @param cache this project's part of the user's cache
 */
public record Folders(Optional<Path> data, Path cache) {

  /**
   * By the settings, then {@code AFFINITY_DATA}, {@code XDG_CACHE_HOME} and the home folder.
   *
   * @throws PlanException if the data folder is none
   */
  public static Folders of(Settings settings) {
    Folders found = of(settings, System.getenv(), Path.of(System.getProperty("user.home")));
    found.data().ifPresent(Folders::requireFolder);
    return found;
  }

  static Folders of(Settings settings, Map<String, String> environment, Path home) {
    Optional<Path> data = settings.data().or(() -> path(environment, "AFFINITY_DATA"));
    Path cache = path(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    return new Folders(data, cache.resolve("task-affinity"));
  }

  private static void requireFolder(Path data) {
    if (!Files.isDirectory(data)) {
      throw new PlanException(
          "No folder "
              + data
              + " to look for data in.\n  write: "
              + Remedy.data()
              + "\n     or: AFFINITY_DATA=DIR, either with a folder that is there, or neither");
    }
  }

  /** Where fetched data files lie. */
  public Path fetched() {
    return cache.resolve("data");
  }

  /** Where what was worked out about molecules is kept. */
  public Path molecules() {
    return cache.resolve("molecules");
  }

  /** Where it is kept how fast this machine trains. */
  public Path paces() {
    return cache.resolve("paces");
  }

  private static Optional<Path> path(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(p -> !p.isBlank()).map(Path::of);
  }
}
