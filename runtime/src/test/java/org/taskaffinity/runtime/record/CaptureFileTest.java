package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.RunException;

/** Captures whose sizes contradict one another, as a bundle can bring them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CaptureFileTest {
  @TempDir Path folder;

  private interface Arrays {
    void to(Npz npz) throws IOException;
  }

  private String refused(Arrays arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("captures.npz"));
        Npz npz = new Npz(out)) {
      arrays.to(npz);
    }
    return assertThrows(RunException.class, () -> CaptureFile.read(folder)).getMessage();
  }

  private static List<float[]> zeros(int rows, int width) {
    return Collections.nCopies(rows, new float[width]);
  }

  @Test
  void noTasks() throws IOException {
    String said =
        refused(
            npz -> {
              npz.longs("steps", new long[] {0, 1});
              npz.floats("cosines", zeros(2, 4), 2, 2, 2);
              npz.floats("norms", zeros(2, 2), 2, 2);
              npz.strings("tasks", List.of());
            });
    assertTrue(said.contains("no list of 1 to 5000 texts"), said);
  }

  /** 65,536² is 0 as an int. */
  @Test
  void moreTasksThanAnyStudyHas() throws IOException {
    String said =
        refused(
            npz -> {
              npz.longs("steps", new long[] {0});
              npz.floats("cosines", zeros(1, 4), 1, 2, 2);
              npz.floats("norms", zeros(1, 2), 1, 2);
              npz.strings("tasks", Collections.nCopies(1 << 16, "t"));
            });
    assertTrue(said.contains("no list of 1 to 5000 texts"), said);
  }

  @Test
  void shapesThatDoNotFit() throws IOException {
    for (int[] shape : new int[][] {{2, 2, 3}, {1, 2, 2}, {8}, {2, 4}, {0, 2, 2}, {}}) {
      int entries = java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      String said =
          refused(
              npz -> {
                npz.longs("steps", new long[] {0, 1});
                npz.floats("cosines", zeros(1, entries), shape);
                npz.floats("norms", zeros(2, 2), 2, 2);
                npz.strings("tasks", List.of("A", "B"));
              });
      assertTrue(said.contains("belongs to its steps and tasks"), said);
    }
    String said =
        refused(
            npz -> {
              npz.longs("steps", new long[] {0});
              npz.floats("cosines", zeros(1, 4), 1, 2, 2);
              npz.floats("norms", zeros(1, 2), 1, 2);
              npz.longs("tasks", new long[] {1, 2});
            });
    assertTrue(said.contains("no list of 1 to 5000 texts"), said);
  }

  /** Sizes whose product does not fit, and arrays far longer than their bytes. */
  @Test
  void headersThatSayTooMuch() throws IOException {
    for (String shape :
        new String[] {
          "(2147483647, 2147483647, 2147483647)",
          "(2147483647,)",
          "(0, 2147483647, 2147483647)",
          "(65536, 65536)",
          "(99999999999,)",
        }) {
      try (ZipOutputStream zip =
          new ZipOutputStream(Files.newOutputStream(folder.resolve("captures.npz")))) {
        zip.putNextEntry(new ZipEntry("tasks.npy"));
        String header = "{'descr': '<U1', 'fortran_order': False, 'shape': " + shape + ", }";
        zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        zip.write(new byte[] {(byte) header.length(), 0});
        zip.write(header.getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
      }
      String said = assertThrows(RunException.class, () -> CaptureFile.read(folder)).getMessage();
      assertTrue(!said.contains("overflow"), said);
    }
  }

  @Test
  void whatFitsIsRead() throws IOException {
    CaptureFile.write(Sample.CAPTURES, folder);
    assertEquals(2, CaptureFile.read(folder).size());
  }
}
