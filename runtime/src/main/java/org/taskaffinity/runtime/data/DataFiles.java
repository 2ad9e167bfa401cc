package org.taskaffinity.runtime.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.RunException;

/**
 * Finds the files of data sets: in the data folder, in the user's cache, at their origin.
 *
 * <p>A catalogued file is used only if its decompressed content has the hash that the catalogue
 * says.
 */
public final class DataFiles {
  /**
   * A file that was read.
   *
   * @param path where it lies
   * @param content what it holds
   */
  record Found(Path path, Content content) {}

  private final Catalogue catalogue;
  private final Folders folders;
  private final Progress progress;

  /**
   * @param progress is told of downloads
   */
  public DataFiles(Catalogue catalogue, Folders folders, Progress progress) {
    this.catalogue = catalogue;
    this.folders = folders;
    this.progress = progress;
  }

  /** Every data set known by name. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Where it looks. */
  public Folders folders() {
    return folders;
  }

  /**
   * Where a data set lies on this machine, looked at but not fetched. Where the catalogue leaves
   * the tasks to the file, the entry has those of the file.
   *
   * @throws PlanException if the catalogue does not know it
   */
  public DataState locate(String name) {
    CatalogueEntry entry = catalogue.entry(name);
    List<Found> found =
        entry.files().stream()
            .flatMap(file -> place(file).stream())
            .map(path -> new Found(path, Content.read(path)))
            .toList();
    if (entry.inCode() || found.size() < entry.files().size()) {
      return new DataState(entry, Optional.empty(), Optional.empty());
    }
    String hash = CatalogueEntry.hash(found.stream().map(f -> f.content().sha256()).toList());
    return new DataState(
        withTasks(entry, found), Optional.of(found.get(0).path()), Optional.of(hash));
  }

  /**
   * Fetches a data set that is not there yet, and checks it.
   *
   * @throws RunException if the origin does not answer as it should, or with other content
   */
  public DataState fetch(String name) {
    CatalogueEntry entry = catalogue.entry(name);
    open(entry);
    return locate(name);
  }

  /** The checked content of a data set's files, fetched if need be. */
  List<Found> open(CatalogueEntry entry) {
    return entry.files().stream().map(file -> open(entry, file)).toList();
  }

  private Found open(CatalogueEntry entry, CatalogueEntry.File file) {
    Path path = place(file).orElseGet(() -> download(entry, file));
    Content content = Content.read(path);
    if (!content.sha256().equals(file.sha256())) {
      throw new RunException(
          "The file "
              + path
              + " is not the \""
              + entry.name()
              + "\" of the catalogue."
              + differs(file, content)
              + "\n  move it away and write: "
              + Remedy.fetch(entry.name())
              + "\n  or use it as a file of your own: "
              + Remedy.file("my " + entry.name(), path.toString()));
    }
    return new Found(path, content);
  }

  /**
   * A file of one's own: as the path says, or below the data folder.
   *
   * @throws PlanException if there is none, with the name nearest to it
   */
  Found open(String path) {
    Path asked = Path.of(path);
    Path found =
        Stream.concat(Stream.of(asked), folders.data().stream().map(d -> d.resolve(asked)))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElseThrow(() -> new PlanException(missing(asked)));
    return new Found(found, Content.read(found));
  }

  private Optional<Path> place(CatalogueEntry.File file) {
    return Stream.concat(folders.data().stream(), Stream.of(folders.fetched()))
        .map(folder -> folder.resolve(file.path()))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Path download(CatalogueEntry entry, CatalogueEntry.File file) {
    Path target = folders.fetched().resolve(file.path());
    Download download = new Download(entry.name(), file, target, progress);
    return download.alone(
        () -> Files.isRegularFile(target) ? target : downloaded(entry, file, download, target));
  }

  private static Path downloaded(
      CatalogueEntry entry, CatalogueEntry.File file, Download download, Path target) {
    Path arrived = download.fetch(URI.create(file.origin()));
    Content content = Content.read(arrived);
    if (!content.sha256().equals(file.sha256())) {
      throw new RunException(
          "What "
              + file.origin()
              + " gave is not the \""
              + entry.name()
              + "\" of the catalogue; another build of it, perhaps."
              + differs(file, content)
              + "\n  it lies in: "
              + arrived
              + "\n  if you have the right file, lay it at "
              + file.path()
              + " in a folder and let AFFINITY_DATA point to that");
    }
    return Download.adopt(arrived, target);
  }

  private static String differs(CatalogueEntry.File file, Content content) {
    return "\n  SHA-256 of the decompressed content"
        + "\n    expected: "
        + file.sha256()
        + "\n    found:    "
        + content.sha256();
  }

  private String missing(Path asked) {
    Path folder = Optional.ofNullable(asked.toAbsolutePath().normalize().getParent()).orElse(asked);
    String name = asked.getFileName().toString();
    String below = folders.data().map(d -> " and below " + d).orElse("");
    return "No file "
        + asked
        + "; looked in "
        + folder
        + below
        + "."
        + Nearest.to(name, names(folder)).map(n -> "\n  did you mean: " + n + "?").orElse("")
        + "\n  write the path from the folder you are in, or a whole one";
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed has no near name to offer
    }
  }

  private CatalogueEntry withTasks(CatalogueEntry entry, List<Found> found) {
    if (!entry.tasks().isEmpty()) {
      return entry;
    }
    Gathered gathered = new Gatherer(this).gather(entry, found);
    TableReader.Wanted wanted =
        new TableReader.Wanted(
            entry.name(),
            entry.smiles(),
            "",
            List.of(),
            List.of(),
            gathered.types(),
            Optional.empty());
    return entry.tasks(TableReader.read(gathered, wanted).tasks());
  }
}
