package org.taskaffinity.scripts;

import java.io.IOException;
import java.nio.file.Path;
import org.taskaffinity.scripts.repl.Rehearsal;
import org.taskaffinity.scripts.shell.LazyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the launcher has done once, so that later starts find their classes in an archive. */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand extends Verb {
  @Parameters(paramLabel = "FILE", description = "A script to run first.")
  private Path script;

  RehearseCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() throws IOException {
    int code = new Main(environment).run("run", script.toString());
    try (LazyRunner runner = lazily()) {
      runner.runner().prepare();
    }
    Rehearsal.play(ReplCommand.around(environment, options));
    return code;
  }
}
