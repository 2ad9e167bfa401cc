package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.testing.Golden;

/** Ctrl-C on the command line. */
class InterruptedCommandsTest {
  @TempDir Path folder;

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("study.affinity.jsh"), text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runner.run(experiment(\"forever\", planted()))",
        "println(\"begun\"); while (true) { }"
      })
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAScript(String line) throws Exception {
    Golden.check("cli-interrupted.txt", Cli.interrupted(130, "run", script(line + "\n")));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAPlan() throws Exception {
    Golden.check(
        "cli-interrupted.txt",
        Cli.interrupted(130, "plan", script("println(\"begun\"); while (true) { }\n")));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void ctrlCStopsAnAnalysis() throws Exception {
    Golden.check(
        "cli-interrupted.txt", Cli.interrupted(130, "analyze", "planted", "--name", "forever"));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatFailsAfterCtrlCIsSaidAndNothingIsClaimedSaved() throws Exception {
    String analysis = Cli.interrupted(1, "analyze", "planted", "--name", "disk full");
    assertTrue(analysis.contains("No space left on device"), analysis);
    assertFalse(analysis.contains("Stopped."), analysis);
    String run =
        Cli.interrupted(1, "run", script("runner.run(experiment(\"disk full\", planted()))"));
    assertTrue(run.contains("No space left on device"), run);
    assertFalse(run.contains("Stopped."), run);
  }

  @Test
  void whatIsDoneBeforeItCouldStopIsDone() {
    Cli cli = new Cli();
    cli.interruption.ask(130);
    Thread.interrupted(); // the worker is this test's own thread
    assertEquals(0, cli.run("bench"));
    assertTrue(cli.out().contains("a made-up machine"), cli.out());
    assertFalse(cli.err().contains("saved"), cli.err());
  }

  @Test
  void aSecondCtrlCEndsAtOnce() {
    Cli cli = new Cli();
    cli.interruption.stopping(() -> {});
    cli.interruption.ask(130);
    assertEquals(List.of(), cli.halted);
    cli.interruption.ask(130);
    assertEquals(List.of(130), cli.halted);
  }
}
