package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.RunException;

class FigureFilesTest {
  private static final Figure FIGURE = Figures.bars("t", "y", Figures.bar("a", 1, 0.5, 1.5));

  @TempDir Path folder;

  @Test
  void aFigureIsWrittenWholeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("new/figure.svg");
    FigureFiles.save(FIGURE, file);
    FigureFiles.save(FIGURE, file);
    assertEquals(Svg.draw(FIGURE), Files.readString(file));
    try (var left = Files.list(file.getParent())) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void anotherEndingIsRefusedInWords() {
    var refused =
        assertThrows(
            DescriptionException.class, () -> FigureFiles.save(FIGURE, folder.resolve("g.gif")));
    assertEquals(
        "A figure cannot be drawn into \"g.gif\".\n  known: .svg, .pdf, .png, .html, .json\n  write: g.pdf",
        refused.getMessage());
  }

  @Test
  void aFolderThatIsAFileIsARunException() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    var failed =
        assertThrows(
            RunException.class, () -> FigureFiles.save(FIGURE, file.resolve("figure.svg")));
    assertTrue(failed.getMessage().startsWith("Cannot write "));
  }
}
