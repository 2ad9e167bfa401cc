package org.taskaffinity.scripts.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.taskaffinity.dsl.RunException;

/** Reads scripts. */
public final class ScriptFile {
  private ScriptFile() {}

  public static String read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new RunException("There is no script " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new RunException(file + " is not written in UTF-8. Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new RunException("Cannot read the script " + file + ": " + e, e);
    }
  }
}
