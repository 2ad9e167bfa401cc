package org.taskaffinity.scripts.repl;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.FileName;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.scripts.file.WholeFile;
import org.taskaffinity.scripts.shell.SavedScript;
import org.taskaffinity.scripts.shell.Variable;

/** What a session writes: reports, figures and itself. */
final class Written {
  private static final String ENDING = ".affinity.jsh";

  private final Session session;
  private final Path out;
  private final Browser browser;

  Written(Session session, Path out, Browser browser) {
    this.session = session;
    this.out = out;
    this.browser = browser;
  }

  Path path(String command, String written) {
    if (written.isEmpty()) {
      throw new DescriptionException(command + " wants the name of a file.");
    }
    try {
      String home = System.getProperty("user.home");
      return Path.of(written.startsWith("~/") ? home + written.substring(1) : written);
    } catch (InvalidPathException e) {
      throw new DescriptionException(command + " cannot use \"" + written + "\" as a file's name.");
    }
  }

  String show(String name) {
    Variable variable = shown(name);
    Object value = variable.object();
    Path page;
    if (value instanceof Result result) {
      page = session.runner().report(result, folder(result.experiment().name()));
    } else if (value instanceof Results results && !results.each().isEmpty()) {
      page = session.runner().report(results, folder(results.each().get(0).experiment().name()));
    } else if (value instanceof Figure figure) {
      page = folder("figures").resolve(FileName.of(variable.name()) + ".svg");
      session.runner().draw(figure, page);
    } else {
      throw new DescriptionException(
          "/show opens a Result, Results or a Figure, and "
              + variable.name()
              + " is a "
              + variable.type()
              + ".");
    }
    session.screen().say(page.toString());
    session
        .screen()
        .note(
            browser.open(page)
                ? "opened in the browser"
                : "no browser here; open the file where there is one");
    return "";
  }

  private Variable shown(String name) {
    List<Variable> all = session.engine().variables();
    if (!name.isEmpty()) {
      return session
          .variable(name)
          .orElseThrow(
              () ->
                  new DescriptionException(
                      Nearest.unknown(
                          "variable",
                          name,
                          "this session",
                          all.stream().map(Variable::name).toList())));
    }
    Optional<Variable> last =
        all.stream()
            .filter(v -> v.object() instanceof Result || v.object() instanceof Results)
            .reduce((a, b) -> b);
    return last.orElseThrow(
        () ->
            new DescriptionException(
                "There is no result yet. Write var r = runner.run(experiment(…)) first."));
  }

  private Path folder(String name) {
    return out.resolve(FileName.of(name));
  }

  String save(String rest) {
    boolean over = rest.startsWith("-f ");
    String written = over ? rest.substring(3).strip() : rest;
    Path chosen = path("/save", written);
    Path file = written.matches(".*\\.(jsh|java|txt)") ? chosen : Path.of(chosen + ENDING);
    if (Files.exists(file) && !over) {
      throw new DescriptionException(
          file + " is there already.\n  write: /save -f " + written + " to replace it");
    }
    String text = SavedScript.of(session.engine().entries());
    WholeFile.write(file, text);
    session
        .screen()
        .note(
            "saved "
                + file
                + ", "
                + text.lines().count()
                + " lines; run it with: affinity run "
                + file);
    return "";
  }
}
