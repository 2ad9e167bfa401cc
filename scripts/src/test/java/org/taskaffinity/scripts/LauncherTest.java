package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with this build's classes in place of jars. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;
  private Path home;

  /** What a command ended with, and all that it said. */
  private record Ended(int code, String said) {}

  @BeforeEach
  void install() throws Exception {
    home = install("program");
  }

  private Path install(String name) throws Exception {
    Path to = folder.resolve(name);
    Path launch = Files.createDirectories(to.resolve("scripts/target/launch/000001"));
    Files.copy(
        Path.of("..", "affinity"), to.resolve("affinity"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(launch.resolve("libraries"), System.getProperty("java.class.path") + "\n");
    Files.writeString(launch.resolve("kotlin"), "\n");
    Files.writeString(launch.resolve("profile"), "\n");
    try (var properties = Build.class.getResourceAsStream("build.properties")) {
      Files.copy(properties, launch.resolve("build.properties"));
    }
    // Empty: this JVM makes no archive, and none is rehearsed.
    String sum = "printf %s \"$0 $(ls -Lli \"$0\")\" | cksum";
    String number = bash(sum, JAVA.toString()).said().split(" ")[0];
    Files.createFile(launch.resolve("java-" + number + ".jsa"));
    return to;
  }

  /** Runs a line of bash in which {@code a} is the launcher. */
  private Ended run(String line) throws Exception {
    return bash("a() { \"$0/affinity\" \"$@\"; }; cd \"$0\"/..; " + line, home.toString());
  }

  private Ended bash(String line, String zero) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", line, zero);
    builder.environment().put("JAVA_HOME", JAVA.getParent().getParent().toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Path said = Files.createTempFile(folder, "said", "");
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .redirectInput(new java.io.File("/dev/null"))
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it hangs");
    return new Ended(process.exitValue(), Files.readString(said));
  }

  @Test
  void aClosedDescriptorIsNotTheProgram() throws Exception {
    byte[] before = Files.readAllBytes(home.resolve("affinity"));
    assertEquals(2, run("a runs show zzz 2>&-").code());
    assertEquals(1, run("a plan none.affinity.jsh 2>&-").code());
    assertEquals(2, run("a runs show zzz 0<&- 2>&-").code());
    assertEquals(0, run("a runs 0<&-").code());
    Ended closed = run("a data list >&-");
    assertEquals(1, closed.code());
    assertTrue(closed.said().contains("The output could not be written"), closed.said());
    assertArrayEquals(before, Files.readAllBytes(home.resolve("affinity")));
  }

  @Test
  void aLogKeepsEverything() throws Exception {
    for (String failing : new String[] {"runs show", "plan"}) { // without vectors, and with them
      run("(a data list; a " + failing + " first; a " + failing + " second) > log 2>&1");
      String log = Files.readString(folder.resolve("log"));
      int tox21 = log.indexOf("tox21");
      int first = log.indexOf("first");
      assertTrue(tox21 >= 0 && first > tox21 && log.indexOf("second") > first, log);
      run("(a " + failing + " first; echo AFTER >&2) 2> log");
      String errors = Files.readString(folder.resolve("log"));
      assertTrue(errors.contains("first") && errors.endsWith("AFTER\n"), errors);
    }
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() throws Exception {
    for (String command : new String[] {"data list", "data list --json", "--help"}) {
      Ended full = run("a " + command + " > /dev/full");
      assertEquals(1, full.code(), command);
      assertTrue(full.said().contains("No space left on device"), full.said());
    }
    Ended read = run("a data list --json | head -c 9; echo; echo ${PIPESTATUS[0]}");
    assertTrue(read.said().matches("(?s).{9,10}\\n[01]\\n"), read.said());
  }

  @Test
  void everyPathCanBeOpenedInEveryLocale() throws Exception {
    home = install("prö gram");
    for (String locale : new String[] {"LC_ALL=C", "LC_ALL= LANG=", "LC_ALL=POSIX", "LANG=C"}) {
      Ended ended = run("export " + locale + "; a runs --out 'sp ace/ü'");
      assertEquals(0, ended.code(), ended.said());
      assertEquals("No runs in sp ace/ü.\n", ended.said());
    }
  }

  @Test
  void whatCannotStartIsSaidInWords() throws Exception {
    Ended files = run("ulimit -n 64; a runs");
    assertEquals(1, files.code());
    assertEquals(
        "affinity: Only 64 files may be open at once, and 256 are needed. Write: ulimit -n 256\n",
        files.said());
    home = install("pro:gram");
    Ended colon = run("a runs");
    assertEquals(1, colon.code());
    assertTrue(colon.said().contains("has a ':' in its name"), colon.said());
  }

  /** Under nohup the signal is ignored, and what is started from there cannot ask for it. */
  private static boolean hearsHangups() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> new BigInteger(line.replaceFirst("SigIgn:\\s*", ""), 16))
        .noneMatch(ignored -> ignored.testBit(0));
  }

  @Test
  void aTerminalThatGoesAwaySavesWhatWasReached() throws Exception {
    assumeTrue(hearsHangups(), "SIGHUP is ignored here, as under nohup");
    Ended ended =
        run(
            "(exec \"$0/affinity\" analyze planted --epochs 4000 --out o 2> log) & p=$!; "
                + "for i in {1..600}; do ls o/runs/*.partial* > /dev/null 2>&1 && break; "
                + "sleep .1; done; sleep 1; kill -HUP $p; wait $p; echo $?; "
                + "ls o/runs/*.partial*/checkpoint.bin | wc -l");
    String log = Files.readString(folder.resolve("log"));
    assertEquals("129\n1\n", ended.said(), log);
    assertTrue(log.contains("goes on from what was saved"), log);
  }
}
