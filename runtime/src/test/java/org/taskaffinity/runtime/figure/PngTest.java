package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void theJdkReadsBackEveryPixel() throws IOException {
    byte[] pixels = new byte[7 * 5];
    new Random(3).nextBytes(pixels);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.grey(pixels, 7)));
    assertEquals(7, read.getWidth());
    assertArrayEquals(pixels, (byte[]) read.getRaster().getDataElements(0, 0, 7, 5, new byte[35]));
  }
}
