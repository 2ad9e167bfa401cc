package org.taskaffinity.notebooks.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.notebooks.file.Notebook;
import org.taskaffinity.scripts.Build;
import org.taskaffinity.scripts.file.WholeFile;

/**
 * A folder that tells Jupyter how the kernel is started.
 *
 * <p>It is interrupted by a message: a signal reaches the launcher's process too, and Java gives no
 * documented way to hear one.
 *
 * @param folder the folder, called as the kernel is
 */
public record KernelSpec(Path folder) {
  /** What notebooks call the kernel. */
  public static final String NAME = Notebook.KERNEL;

  /** What people call it. */
  public static final String DISPLAY_NAME = Notebook.KERNEL_TITLE;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Where kernels of one user or one installation lie. */
  public record Place(Path kernels) {

    /** The user's own: where Jupyter looks first, as {@code jupyter --paths} tells. */
    public static Place user(Map<String, String> environment, String home, String system) {
      String named = environment.get("JUPYTER_DATA_DIR");
      Path data =
          named != null && !named.isEmpty()
              ? Path.of(named)
              : system.startsWith("Mac")
                  ? Path.of(home, "Library", "Jupyter")
                  : system.startsWith("Windows")
                      ? Path.of(
                          environment.getOrDefault("APPDATA", home + "\\AppData\\Roaming"),
                          "jupyter")
                      : Path.of(
                          environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share"),
                          "jupyter");
      return new Place(data.resolve("kernels"));
    }

    /** An installation's, by the folder it was put into. */
    public static Place prefix(Path prefix) {
      return new Place(prefix.resolve("share").resolve("jupyter").resolve("kernels"));
    }

    /**
     * The Python environment's that is active.
     *
     * @throws DescriptionException if none is
     */
    public static Place activeEnvironment(Map<String, String> environment) {
      return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
          .map(environment::get)
          .filter(value -> value != null && !value.isEmpty())
          .findFirst()
          .map(value -> prefix(Path.of(value)))
          .orElseThrow(
              () ->
                  new DescriptionException(
                      "--sys-prefix asks for the active Python environment, and none is active:"
                          + " neither VIRTUAL_ENV nor CONDA_PREFIX is set.\n"
                          + "  write: --prefix DIR, where python3 -c 'import sys;"
                          + " print(sys.prefix)' tells DIR"));
    }

    /** Our kernels here, by name. */
    public List<KernelSpec> installed() {
      if (!Files.isDirectory(kernels)) {
        return List.of();
      }
      try (Stream<Path> folders = Files.list(kernels)) {
        return folders.map(KernelSpec::new).filter(KernelSpec::ours).sorted(byName()).toList();
      } catch (IOException e) {
        throw new RunException("Cannot look into " + kernels + ": " + e, e);
      }
    }

    private static Comparator<KernelSpec> byName() {
      return Comparator.comparing(KernelSpec::name);
    }

    /** The one of this name, there or not. */
    public KernelSpec named(String name) {
      if (!name.matches("[A-Za-z0-9._-]+")) {
        throw new DescriptionException(
            "A kernel cannot be called \""
                + name
                + "\".\n  write letters, digits, dots, dashes and underscores: "
                + NAME);
      }
      return new KernelSpec(kernels.resolve(name.toLowerCase(Locale.ROOT)));
    }
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** What it starts; empty if that cannot be read. */
  public List<String> command() {
    try {
      List<String> out = new ArrayList<>();
      for (JsonNode word : MAPPER.readTree(file().toFile()).path("argv")) {
        out.add(word.asText());
      }
      return out;
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path file() {
    return folder.resolve("kernel.json");
  }

  private boolean ours() {
    try {
      return Files.isRegularFile(file())
          && MAPPER.readTree(file().toFile()).path("metadata").has("taskaffinity");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes it, over an older one of ours.
   *
   * @param options what the kernel is started with beside its connection file
   * @throws DescriptionException if another kernel has the name
   */
  public void write(String displayName, List<String> options) {
    if (Files.exists(folder) && !ours()) {
      throw new DescriptionException(
          "Another kernel is called \""
              + name()
              + "\" already, in "
              + folder
              + ".\n  choose a name: --name NAME");
    }
    ObjectNode spec = MAPPER.createObjectNode();
    List<String> argv = new ArrayList<>(launch());
    argv.addAll(List.of("kernel", "start", "{connection_file}"));
    argv.addAll(options);
    argv.forEach(spec.putArray("argv")::add);
    spec.put("display_name", displayName).put("language", "java").put("interrupt_mode", "message");
    spec.putObject("env").put("JAVA_HOME", System.getProperty("java.home"));
    spec.putObject("metadata").put("debugger", false).put("taskaffinity", Build.version());
    WholeFile.write(file(), spec.toPrettyString() + "\n");
  }

  /** The launcher that started this process; without one, this JVM and its class path. */
  private static List<String> launch() {
    Optional<String> launcher = Optional.ofNullable(System.getProperty("affinity.launcher"));
    if (launcher.isPresent()) {
      return List.of(launcher.get());
    }
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--add-exports=java.instrument/sun.instrument=ALL-UNNAMED",
        "-Dai.djl.offline=true",
        "-DOPT_OUT_TRACKING=true",
        "-cp",
        classPath,
        "org.taskaffinity.scripts.Main");
  }

  /** Takes it away again. */
  public void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new RunException("Cannot remove " + folder + ": " + e, e);
    }
  }
}
