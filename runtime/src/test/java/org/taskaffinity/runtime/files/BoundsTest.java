package org.taskaffinity.runtime.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundsTest {
  @TempDir Path folder;

  @Test
  void asMuchAsIsSensibleIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "größer");
    assertEquals("größer", Bounds.text(file, 8));
    IOException refused = assertThrows(Bounds.TooLongException.class, () -> Bounds.text(file, 7));
    assertTrue(refused.getMessage().contains("7 bytes"), refused.getMessage());
    byte[] bytes = {1, 2, 3};
    assertArrayEquals(bytes, Bounds.stream(new ByteArrayInputStream(bytes), 3).readAllBytes());
    assertThrows(
        Bounds.TooLongException.class,
        () -> Bounds.stream(new ByteArrayInputStream(bytes), 2).readAllBytes());
  }

  @Test
  void otherEncodingsAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("latin1"), new byte[] {'g', 'r', (byte) 0xf6});
    assertThrows(CharacterCodingException.class, () -> Bounds.text(file, 100));
  }
}
