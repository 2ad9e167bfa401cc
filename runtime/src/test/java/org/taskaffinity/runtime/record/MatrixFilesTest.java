package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.testing.Golden;

class MatrixFilesTest {
  private static final double NAN = Double.NaN;

  private static final TaskMatrix ODD =
      new TaskMatrix(
          List.of("plain", "with, comma", "\"β\" 😀"),
          new double[][] {{1, 1.0 / 3, NAN}, {-0.0, 1e-300, 480}, {-0.25, NAN, Math.PI}});

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  private TaskMatrix read(String name) {
    return MatrixFiles.read(folder.resolve(name), told::add);
  }

  private Path text(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.csv", "m.json", "m.npz", "M.CSV"})
  void whatIsSavedIsReadBackToTheBit(String name) {
    MatrixFiles.save(ODD, folder.resolve("new/folder").resolve(name));
    assertEquals(ODD, read("new/folder/" + name));
    assertEquals(List.of(), told);
  }

  @Test
  void whatPandasWritesIsRead() {
    text("p.csv", ",A,B\nA,1.0,-0.5\nB,NaN,1e0\n");
    assertEquals(
        new TaskMatrix(List.of("A", "B"), new double[][] {{1, -0.5}, {NAN, 1}}), read("p.csv"));
  }

  @Test
  void tasksWithoutANameAreNumberedAndThatIsSaid() throws IOException {
    text("m.json", "{\"values\": [[1, null], [null, 1]]}");
    assertEquals(List.of("T1", "T2"), read("m.json").tasks());
    try (var out = Files.newOutputStream(folder.resolve("m.npz"));
        Npz npz = new Npz(out)) {
      npz.floats("whatever", List.of(new float[] {1, 2, 3, 4}), 2, 2);
      npz.longs("steps", new long[] {1, 2, 3});
    }
    assertEquals(
        new TaskMatrix(List.of("T1", "T2"), new double[][] {{1, 2}, {3, 4}}), read("m.npz"));
    assertEquals(2, told.size());
    assertTrue(told.get(1).endsWith("m.npz names no tasks; they are called T1 to T2"), told.get(1));
  }

  /** Every way in which NumPy writes the kinds of arrays that are read here. */
  @Test
  void whatNumpyWritesIsRead() throws Exception {
    Path file = folder.resolve("all.npz");
    String printed =
        Numpy.says(
            """
            import zipfile, io
            m = numpy.array([[1.5, -2.0, numpy.nan], [0.25, 1e30, 7.0]])
            arrays = {
                'f8': m, 'f4': m.astype('f4'), 'big': m.astype('>f8'), 'fortran': numpy.asfortranarray(m),
                'i8': numpy.array([1, -2**60]), 'i4': numpy.array([3, -4], 'i4'), 'b': numpy.array([True, False]),
                'u': numpy.array(['NR-AR', 'β 😀', '']), 's': numpy.array([b'abc', b'd']), 'one': numpy.float64(2.5),
                'cube': numpy.arange(24.0).reshape(2, 3, 4), 'cubef': numpy.asfortranarray(numpy.arange(24.0).reshape(2, 3, 4)),
                'none': numpy.zeros((0, 3)), 'ubig': numpy.array(['xy', 'z'], '>U2')}
            with zipfile.ZipFile(sys.argv[1], 'w') as z:
                for i, (name, a) in enumerate(arrays.items()):
                    for version in ((1, 0), (2, 0), (3, 0)):
                        out = io.BytesIO()
                        numpy.lib.format.write_array(out, a, version=version)
                        kind = zipfile.ZIP_DEFLATED if version[0] == 2 else zipfile.ZIP_STORED
                        z.writestr(name + str(version[0]) + '.npy', out.getvalue(), kind)
            numpy.savez(sys.argv[2], values=m[:, :2], tasks=['A', 'B'])
            numpy.savez_compressed(sys.argv[3], values=m[:, :2].astype('f4'), tasks=numpy.array([b'A', b'B']))
            print(numpy.__version__)
            """,
            file,
            folder.resolve("stored.npz"),
            folder.resolve("deflated.npz"));
    assertTrue(printed.matches("\\d+\\..*"), printed);
    double[] m = {1.5, -2, NAN, 0.25, 1e30, 7};
    double[] cube = new double[24];
    Arrays.setAll(cube, i -> i);
    try (NpzFile npz = NpzFile.open(file)) {
      assertEquals(14 * 3, npz.names().size());
      for (int version = 1; version <= 3; version++) {
        for (String name : List.of("f8", "big", "fortran")) {
          assertArrayEquals(m, npz.array(name + version).doubles(), name);
        }
        assertEquals((float) 1e30, npz.array("f4" + version).floats()[4]);
        assertArrayEquals(new long[] {1, -(1L << 60)}, npz.array("i8" + version).longs());
        assertArrayEquals(new long[] {3, -4}, npz.array("i4" + version).longs());
        assertArrayEquals(new double[] {1, 0}, npz.array("b" + version).doubles());
        assertEquals(List.of("NR-AR", "β 😀", ""), npz.array("u" + version).strings());
        assertEquals(List.of("abc", "d"), npz.array("s" + version).strings());
        assertEquals(List.of("xy", "z"), npz.array("ubig" + version).strings());
        assertArrayEquals(new double[] {2.5}, npz.array("one" + version).doubles());
        assertArrayEquals(cube, npz.array("cube" + version).doubles());
        assertArrayEquals(cube, npz.array("cubef" + version).doubles());
        assertArrayEquals(new double[0], npz.array("none" + version).doubles());
      }
    }
    TaskMatrix expected =
        new TaskMatrix(List.of("A", "B"), new double[][] {{1.5, -2}, {0.25, 1e30}});
    assertEquals(expected, read("stored.npz"));
    assertEquals(expected.map(v -> (float) v), read("deflated.npz"));
  }

  @Test
  void numpyReadsWhatIsSaved() throws Exception {
    Path file = folder.resolve("m.npz");
    MatrixFiles.save(ODD, file);
    assertEquals(
        "float64 (3, 3) 3.141592653589793 ['plain', 'with, comma', '\"β\" 😀']",
        Numpy.says(
            "z = numpy.load(sys.argv[1])\n"
                + "v = z['values']\n"
                + "print(v.dtype, v.shape, v[2, 2], z['tasks'].tolist())",
            file));
  }

  @Test
  void arraysThatAreNoMatrixAreRefusedInWords() throws Exception {
    Path file = folder.resolve("objects.npz");
    Numpy.says(
        "numpy.savez(sys.argv[1], values=numpy.array([[1, None], [None, 1]], dtype=object))\n"
            + "numpy.savez(sys.argv[2], values=numpy.zeros((2, 3)), other=numpy.zeros((2, 2), 'i8'))\n"
            + "numpy.savez(sys.argv[3], a=numpy.eye(2), b=numpy.eye(3))\n"
            + "numpy.savez(sys.argv[4], values=numpy.eye(2, dtype='f2'))\n"
            + "numpy.savez(sys.argv[5], values=numpy.zeros(2, [('a', 'f8'), ('b', 'f8')]))\n"
            + "numpy.savez(sys.argv[6], values=numpy.eye(2), tasks=['A', 'B', 'C'])\n"
            + "numpy.savez(sys.argv[7], values=numpy.eye(2), tasks=[1, 2])\n"
            + "numpy.savez(sys.argv[8], values=numpy.eye(2), tasks=['A', 'A'])",
        file,
        folder.resolve("oblong.npz"),
        folder.resolve("several.npz"),
        folder.resolve("half.npz"),
        folder.resolve("fields.npz"),
        folder.resolve("names.npz"),
        folder.resolve("numbers.npz"),
        folder.resolve("twice.npz"));
    StringBuilder said = new StringBuilder();
    for (String name :
        List.of("objects", "oblong", "several", "half", "fields", "names", "numbers", "twice")) {
      said.append(refused(name + ".npz")).append("\n\n");
    }
    Golden.check("matrix-files-numpy.txt", said.toString());
  }

  private String refused(String name) {
    return assertThrows(AffinityException.class, () -> read(name), name)
        .getMessage()
        .replace(folder.toString(), "~");
  }

  @Test
  void refusalsSayWhatWasFound() throws IOException {
    text("empty.csv", "");
    text("oblong.csv", "task,A,B\nA,1,2\n");
    text("ragged.csv", "task,A,B\nA,1,2\nB,1\n");
    text("words.csv", "task,A,B\nA,1,2\nB,many,1\n");
    text("other.csv", "task,A,B\nB,1,2\nA,1,2\n");
    text("twice.csv", "task,A,A\nA,1,2\nA,1,2\n");
    text("quote.csv", "task,\"A\nA,1\n");
    text("none.json", "{\"tasks\": [\"A\"]}");
    text("broken.json", "{\"tasks\": [\"A\"");
    text("words.json", "{\"tasks\": [\"A\"], \"values\": [[\"many\"]]}");
    text("oblong.json", "{\"tasks\": [\"A\", \"B\"], \"values\": [[1, 2], [3]]}");
    text("names.json", "{\"tasks\": [\"A\", null], \"values\": [[1, 2], [3, 4]]}");
    text("null.json", "null");
    text("text.npz", "PK no zip at all");
    Files.write(folder.resolve("nothing.npz"), zip());
    Files.write(folder.resolve("short.npz"), zip("values.npy", new byte[] {(byte) 0x93, 'N'}));
    StringBuilder said = new StringBuilder();
    for (String name :
        List.of(
            "empty.csv",
            "oblong.csv",
            "ragged.csv",
            "words.csv",
            "other.csv",
            "twice.csv",
            "quote.csv",
            "none.json",
            "broken.json",
            "words.json",
            "oblong.json",
            "names.json",
            "null.json",
            "text.npz",
            "nothing.npz",
            "short.npz",
            "words.cvs",
            "word.csv",
            "m.xlsx",
            ".csv")) {
      said.append(refused(name)).append("\n\n");
    }
    said.append(
        assertThrows(AffinityException.class, () -> MatrixFiles.save(ODD, folder.resolve("m.xlsx")))
            .getMessage());
    Golden.check("matrix-files-refused.txt", said.toString());
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Whatever becomes of a file's bytes, there is a sentence or a matrix; and from an .npz, which
   * has checksums, the numbers that were saved.
   */
  @Test
  void aFileCutShortOrChangedIsRefusedInWords() throws IOException {
    for (String ending : List.of(".npz", ".json", ".csv")) {
      Path file = folder.resolve("m" + ending);
      MatrixFiles.save(ODD, file);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        Files.write(file, Arrays.copyOf(whole, at));
        refusedOrRead(file, "cut to " + at);
        byte[] changed = whole.clone();
        changed[at] = (byte) (changed[at] ^ 1 << at % 8);
        Files.write(file, changed);
        TaskMatrix read = refusedOrRead(file, "changed at " + at);
        assertTrue(
            read == null
                || !ending.equals(".npz")
                || Arrays.deepEquals(ODD.values(), read.values()),
            "changed at " + at);
      }
    }
  }

  private TaskMatrix refusedOrRead(Path file, String how) {
    try {
      return MatrixFiles.read(file, told::add);
    } catch (PlanException refused) {
      assertTrue(refused.getMessage().contains(file.toString()), how + refused.getMessage());
      return null;
    }
  }
}
