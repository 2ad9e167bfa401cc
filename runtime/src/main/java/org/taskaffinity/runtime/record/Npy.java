package org.taskaffinity.runtime.record;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One array as NumPy writes it (numpy.lib.format, 1.0 to 3.0): what kind of numbers or texts, how
 * many, and in which order. Entries are handed out in C order, the last index fastest.
 *
 * @param order of the bytes of one entry
 * @param kind f, i, b, U or S
 * @param width bytes of one entry
 * @param fortran whether the first index is the fastest
 * @param shape of the array; empty for a single entry
 * @param bytes the entries; empty as long as only the header was read
 */
record Npy(ByteOrder order, char kind, int width, boolean fortran, int[] shape, ByteBuffer bytes) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 20;

  private static final Pattern DESCRIBED = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDERED = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPED = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");
  private static final Pattern TYPE = Pattern.compile("([<>|=])([a-zA-Z])(\\d*)");
  private static final List<String> KNOWN = List.of("f4", "f8", "i4", "i8", "b1", "U", "S");

  /**
   * Reads the header alone.
   *
   * @throws IOException if it is none, or is of a kind that is not read here; the message says
   *     which
   */
  static Npy header(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    byte[] begin = in.readNBytes(MAGIC.length + 2);
    if (begin.length < MAGIC.length + 2
        || !Arrays.equals(begin, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("it does not begin as an array of NumPy does");
    }
    int version = begin[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new IOException("its format is " + version + ".0, and 1.0 to 3.0 are known");
    }
    int length = version == 1 ? little(in.readNBytes(2)) : little(in.readNBytes(4));
    if (length < 0 || length > LONGEST_HEADER) {
      throw new IOException("its header is damaged");
    }
    byte[] header = in.readNBytes(length);
    if (header.length < length) {
      throw new IOException("it is cut short");
    }
    return parsed(new String(header, StandardCharsets.UTF_8));
  }

  private static int little(byte[] bytes) {
    int value = bytes.length == 0 ? -1 : 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (bytes[i] & 0xff) << 8 * i;
    }
    return value;
  }

  private static Npy parsed(String header) throws IOException {
    String type =
        found(DESCRIBED, header, "its entries have several fields; only plain ones are read");
    Matcher read = TYPE.matcher(type);
    if (!read.matches()) {
      throw new IOException(
          "its entries are of the type " + type + "; known: " + String.join(", ", KNOWN));
    }
    char kind = read.group(2).charAt(0);
    if (kind == 'O') {
      throw new IOException(
          "it holds Python objects (pickles), which could run any program and are never read");
    }
    int count = read.group(3).length() > 6 ? 0 : Integer.parseInt("0" + read.group(3));
    boolean text = kind == 'U' || kind == 'S';
    if (count < 1 || !KNOWN.contains(text ? "" + kind : "" + kind + count)) {
      throw new IOException(
          "its entries are of the type " + type + "; known: " + String.join(", ", KNOWN));
    }
    return new Npy(
        read.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        kind,
        kind == 'U' ? Math.multiplyExact(4, count) : count,
        found(ORDERED, header, "its header is damaged").equals("True"),
        shape(found(SHAPED, header, "its header is damaged")),
        ByteBuffer.allocate(0));
  }

  private static String found(Pattern pattern, String header, String otherwise) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException(otherwise);
    }
    return matcher.group(1);
  }

  private static int[] shape(String said) throws IOException {
    try {
      return Arrays.stream(said.split(","))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new IOException("its shape (" + said + ") is too large", e);
    }
  }

  /** The same with its entries, which follow the header. */
  Npy with(InputStream in) throws IOException {
    long size = bytesOf();
    if (size > Math.min(Integer.MAX_VALUE - 16, Runtime.getRuntime().maxMemory() / 2)) {
      throw new IOException(
          "its shape " + shown() + " is too large for the memory; JAVA_OPTS=-Xmx8g gives more");
    }
    byte[] read = in.readNBytes((int) size);
    if (read.length < size) {
      throw new IOException(
          "it is cut short: " + read.length + " bytes of " + size + " that " + shown() + " takes");
    }
    return new Npy(order, kind, width, fortran, shape, ByteBuffer.wrap(read).order(order));
  }

  /** Bytes of all entries; more than any array has where the product does not fit. */
  private long bytesOf() {
    if (IntStream.of(shape).anyMatch(each -> each == 0)) {
      return 0;
    }
    long size = width;
    for (int each : shape) {
      size = Math.multiplyHigh(size, each) == 0 ? size * each : -1;
      if (size < 0) {
        return Long.MAX_VALUE;
      }
    }
    return size;
  }

  /** Entries in all; of an array that was read, or else at most that many. */
  int size() {
    return (int) Math.min(Integer.MAX_VALUE, bytesOf() / width);
  }

  /** {@code (3, 4)}. */
  String shown() {
    return IntStream.of(shape).boxed().toList().toString().replace('[', '(').replace(']', ')');
  }

  /** Whether it has as many rows as columns, of floating point numbers. */
  boolean squareOfFloats() {
    return kind == 'f' && shape.length == 2 && shape[0] == shape[1] && shape[0] > 0;
  }

  boolean texts() {
    return (kind == 'U' || kind == 'S') && shape.length == 1;
  }

  /** Numbers of any kind, as doubles. */
  double[] doubles() {
    return IntStream.of(places()).mapToDouble(this::number).toArray();
  }

  float[] floats() {
    int[] places = places();
    float[] out = new float[places.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) number(places[i]);
    }
    return out;
  }

  long[] longs() {
    return IntStream.of(places())
        .mapToLong(at -> width == 8 ? bytes.getLong(at) : (long) number(at))
        .toArray();
  }

  List<String> strings() {
    List<String> out = new ArrayList<>();
    for (int at : places()) {
      out.add(kind == 'U' ? codePoints(at) : ascii(at));
    }
    return out;
  }

  private double number(int at) {
    return switch (kind) {
      case 'f' -> width == 4 ? bytes.getFloat(at) : bytes.getDouble(at);
      case 'b' -> bytes.get(at) == 0 ? 0 : 1;
      default -> width == 4 ? bytes.getInt(at) : bytes.getLong(at);
    };
  }

  private String codePoints(int at) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < width && bytes.getInt(at + i) != 0; i += 4) {
      int point = bytes.getInt(at + i);
      out.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
    }
    return out.toString();
  }

  private String ascii(int at) {
    byte[] text = new byte[width];
    bytes.get(at, text);
    int end = width;
    while (end > 0 && text[end - 1] == 0) {
      end--;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  /** Where the entries lie, in C order. */
  private int[] places() {
    int n = size();
    long[] strides = new long[shape.length];
    long stride = width;
    for (int d = 0; d < shape.length; d++) {
      int axis = fortran ? d : shape.length - 1 - d;
      strides[axis] = stride;
      stride *= shape[axis];
    }
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      places[i] = (int) offset(i, strides);
    }
    return places;
  }

  private long offset(int entry, long[] strides) {
    long offset = 0;
    int rest = entry;
    for (int d = shape.length - 1; d >= 0; d--) {
      offset += rest % shape[d] * strides[d];
      rest /= shape[d];
    }
    return offset;
  }
}
