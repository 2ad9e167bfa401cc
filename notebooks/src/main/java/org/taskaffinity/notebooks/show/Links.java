package org.taskaffinity.notebooks.show;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Links to files that lie beside a notebook. */
final class Links {
  private Links() {}

  /** A link to a file that is there, as seen from the folder where the notebook runs. */
  static Optional<String> to(Path file, String words) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(
        "<a href=\"" + Html.escaped(address(file)) + "\">" + Html.escaped(words) + "</a>");
  }

  private static String address(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path there = file.toAbsolutePath().normalize();
    if (!there.startsWith(here)) {
      return there.toUri().toString();
    }
    try {
      String path = here.relativize(there).toString().replace('\\', '/');
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      return there.toUri().toString();
    }
  }
}
