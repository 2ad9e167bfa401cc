package org.taskaffinity.scripts.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.RunException;

/** Reads scripts. */
public final class ScriptFile {
  private ScriptFile() {}

  /**
   * A script's text.
   *
   * @throws RunException if there is none, or none that can be read
   */
  public static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw new RunException(file + " is a folder." + offered(file, "name a script in it: "));
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new RunException("There is no script " + file + "." + nearest(file), e);
    } catch (IOException e) {
      throw new RunException("Cannot read the script " + file + ": " + e, e);
    }
    return text(file, bytes);
  }

  private static String text(Path file, byte[] bytes) {
    if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
      throw new RunException(file + " is written in UTF-16. Save it as UTF-8.");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      if (text.indexOf('\0') >= 0) {
        throw new RunException(file + " is no text: it holds the character 0. Save it as UTF-8.");
      }
      return text;
    } catch (CharacterCodingException e) {
      // The decoder leaves the buffer where it could not go on.
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      long line = 1 + before.chars().filter(c -> c == '\n').count();
      throw new RunException(
          file + " is not written in UTF-8: see its line " + line + ". Save it as UTF-8.", e);
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
  }

  private static String nearest(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null || !Files.isDirectory(folder)
        ? ""
        : Nearest.to(String.valueOf(file.getFileName()), scripts(folder))
            .map(name -> "\n  did you mean: " + file.resolveSibling(name) + "?")
            .orElse("");
  }

  private static String offered(Path folder, String lead) {
    List<String> scripts = scripts(folder);
    return scripts.isEmpty()
        ? " No script lies in it."
        : "\n  " + lead + String.join(", ", scripts);
  }

  private static List<String> scripts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> ScriptLanguage.known(name).isPresent())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      return List.of();
    }
  }
}
