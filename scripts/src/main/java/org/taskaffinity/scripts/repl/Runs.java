package org.taskaffinity.scripts.repl;

import java.util.List;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.scripts.terminal.ComparisonText;
import org.taskaffinity.scripts.terminal.RunsText;
import org.taskaffinity.scripts.terminal.ValueText;

/** {@code /runs}: earlier runs, from this session or any other on the same store. */
final class Runs {
  private final Session session;

  Runs(Session session) {
    this.session = session;
  }

  Directive directive() {
    return new Directive(
        "/runs",
        "[show ID|compare A B|load ID [NAME]]",
        "runs in the store: list, show, compare, bring back as a variable",
        this::run);
  }

  private String run(String rest) {
    List<String> words = rest.isEmpty() ? List.of("list") : List.of(rest.split("\\s+"));
    String what = words.get(0);
    int given = words.size() - 1;
    if (what.equals("list") && given == 0) {
      return list();
    } else if (what.equals("show") && given == 1) {
      session.screen().say(ValueText.of(runner().stored(words.get(1)), session.screen().look()));
      return "";
    } else if (what.equals("compare") && given == 2) {
      session
          .screen()
          .say(
              ComparisonText.of(
                  runner(), runner().stored(words.get(1)), runner().stored(words.get(2))));
      return "";
    } else if (what.equals("load") && (given == 1 || given == 2)) {
      return load(words.get(1), given == 2 ? words.get(2) : free());
    }
    throw new DescriptionException(
        "/runs "
            + rest
            + " makes no sense.\n  known: /runs, /runs show ID, /runs compare A B, /runs load ID [NAME]");
  }

  private Runner runner() {
    return session.runner();
  }

  private String list() {
    List<StoredRun> all = runner().runs();
    RunsText.of(all).forEach(session.screen()::say);
    if (all.isEmpty()) {
      session.screen().note("No runs are stored yet.");
    }
    return "";
  }

  /** As a statement, so that a saved session brings it back too. */
  private String load(String id, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z_0-9]*") || !id.matches("[\\w./-]+")) {
      throw new DescriptionException(
          "/runs load takes an id and a variable's name, not " + id + " " + name + ".");
    }
    String statement = "var " + name + " = runner.stored(\"" + id + "\");";
    session.screen().note(statement);
    return statement;
  }

  private String free() {
    int n = 1;
    while (session.variable("run" + n).isPresent()) {
      n++;
    }
    return "run" + n;
  }
}
