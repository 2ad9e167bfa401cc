package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  @TempDir Path folder;

  private static byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Npz npz = new Npz(bytes)) {
      npz.floats("a", List.of(new float[] {1, 2}, new float[] {3, Float.NaN}), 2, 2);
      npz.longs("b", new long[] {7, -1L << 40});
      npz.strings("c", List.of("NR-AR", "β", ""));
    }
    return bytes.toByteArray();
  }

  @Test
  void theHeaderIsFormatOneAndAlignedTo64() throws IOException {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written()));
    assertEquals("a.npy", zip.getNextEntry().getName());
    byte[] file = zip.readAllBytes();
    int header = (file[8] & 0xff) | (file[9] & 0xff) << 8;
    assertEquals(0, (10 + header) % 64);
    String said = new String(file, 10, header, StandardCharsets.US_ASCII);
    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2, ), }", said.stripTrailing());
    ByteBuffer values = ByteBuffer.wrap(file, 10 + header, 16).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(1f, values.getFloat());
  }

  @Test
  void theSameArraysGiveTheSameBytesInEveryTimeZone() throws IOException {
    TimeZone here = TimeZone.getDefault();
    byte[] bytes = written();
    try {
      for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertArrayEquals(bytes, written(), zone);
      }
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void numpyReadsIt() throws Exception {
    Path file = Files.write(folder.resolve("x.npz"), written());
    String said =
        Numpy.says(
            "z = numpy.load(sys.argv[1])\n"
                + "print(z['a'].tolist(), z['b'].tolist(), z['c'].tolist())",
            file);
    assertEquals("[[1.0, 2.0], [3.0, nan]] [7, -1099511627776] ['NR-AR', 'β', '']", said);
  }
}
