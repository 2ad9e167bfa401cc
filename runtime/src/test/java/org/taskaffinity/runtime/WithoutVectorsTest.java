package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.testing.Golden;

/** JVMs of their own, started without the Vector API's module. */
class WithoutVectorsTest {
  /** All that the runtime needs of a Java that has no incubator module. */
  private static final String LIMITED = "--limit-modules=java.se,jdk.unsupported,jdk.zipfs";

  @TempDir Path out;

  @ParameterizedTest
  @ValueSource(strings = {"", LIMITED})
  void autoGoesByDjlAndSaysSoOnce(String flag) throws Exception {
    String printed = child(flag, Engine.AUTO, "gcn");
    Golden.check("without-vectors-auto.txt", printed);
  }

  @Test
  void javaIsRefusedWithWhatToWrite() throws Exception {
    Golden.check("without-vectors-java.txt", child("", Engine.JAVA, "gcn"));
  }

  /** DJL trains a gat in any JVM, and was asked for in the other. */
  @Test
  void nothingIsSaidWhereNothingIsMissed() throws Exception {
    assertEquals("engine djl\nengine djl\n", child("", Engine.AUTO, "gat"));
    assertEquals("engine djl\nengine djl\n", child("", Engine.DJL, "gcn"));
  }

  /** As the messages say. */
  @Test
  void theModuleMayBeAddedFromOutside() throws Exception {
    ProcessBuilder process = process(List.of(), Engine.JAVA, "gcn");
    process.environment().put("JAVA_TOOL_OPTIONS", "--add-modules=jdk.incubator.vector");
    String printed = printed(process);
    String line = "engine java, \\d+-bit vectors\n";
    assertTrue(printed.matches(line + line), printed);
  }

  private String child(String flag, Engine engine, String encoder) throws Exception {
    return printed(process(flag.isEmpty() ? List.of() : List.of(flag), engine, encoder));
  }

  private ProcessBuilder process(List<String> flags, Engine engine, String encoder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            WithoutVectorsTest.class.getName(),
            engine.name(),
            encoder,
            out.resolve(engine + encoder + flags.size()).toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String printed(ProcessBuilder process) throws IOException, InterruptedException {
    Process child = process.start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), printed);
    return printed;
  }

  /**
   * Plans and runs one experiment, then two more: what is said is said while planning the first.
   */
  public static void main(String[] args) {
    Settings settings =
        Settings.settings()
            .out(Path.of(args[2]))
            .device(Device.CPU)
            .engine(Engine.valueOf(args[0]))
            .threads(1)
            .progress(
                new Progress() {
                  @Override
                  public void say(String line) {
                    print("said " + line);
                  }
                });
    Experiment asked = Small.experimentNamed("without").training(Mtl.adamW(0.003).epochs(1));
    Experiment one = args[1].equals("gat") ? asked.encoder(Mtl.gat(8)) : asked;
    try (Runner runner = Runner.open(settings)) {
      runner
          .run(one.seeds(1, 2))
          .each()
          .forEach(result -> print("engine " + result.record().versions().get("engine")));
    } catch (RunException refused) {
      print("refused " + refused.getMessage());
    }
  }

  private static void print(String line) {
    System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
