package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.ShellEngine;

/** The programs on the README's page run as printed. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @Test
  void everyProgramRuns() throws IOException {
    Matcher programs =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
    int run = 0;
    for (; programs.find(); run++) {
      List<Object> told = new ArrayList<>();
      try (FakeRunner runner = new FakeRunner(Settings.settings());
          ShellEngine engine = ShellEngine.open(runner)) {
        assertEquals(
            Optional.empty(),
            engine
                .evalWhole("README.md", programs.group(1), java.util.Map.of(), told::add)
                .map(Failure::explain));
      }
      assertTrue(told.size() >= 3, told.toString());
    }
    assertTrue(run >= 1, "no program found");
  }

  @Test
  void everyFileItNamesIsThere() throws IOException {
    Matcher paths =
        Pattern.compile("scripts/examples/[\\w.-]+jsh").matcher(Files.readString(README));
    while (paths.find()) {
      assertTrue(Files.exists(Path.of("..", paths.group())), paths.group());
    }
  }

  /** Links within the repository, of the README and of the pages that it names. */
  @Test
  void everyLinkLeadsToAFile() throws IOException {
    Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    List<Path> pages = new ArrayList<>(List.of(README));
    link.matcher(Files.readString(README))
        .results()
        .map(found -> Path.of("..", found.group(1)))
        .filter(page -> page.toString().endsWith(".md"))
        .forEach(pages::add);
    assertTrue(pages.size() >= 8, pages.toString());
    for (Path page : pages) {
      link.matcher(Files.readString(page))
          .results()
          .map(found -> page.resolveSibling(found.group(1)))
          .forEach(target -> assertTrue(Files.exists(target), page + " names " + target));
    }
  }
}
