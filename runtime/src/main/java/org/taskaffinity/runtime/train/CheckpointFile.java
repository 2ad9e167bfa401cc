package org.taskaffinity.runtime.train;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.gradient.CaptureLog;

/**
 * Checkpoints as files: big-endian, with a CRC-32C at the end; a file that is not whole is as none.
 */
public final class CheckpointFile {
  private static final long MAGIC = 0x5441_4348_4543_4b32L;

  private CheckpointFile() {}

  /** Writes a checkpoint in place of an older one; at every moment one of them is whole. */
  public static void write(Checkpoint checkpoint, Path file) {
    AtomicFiles.write(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32C());
          DataOutputStream out = new DataOutputStream(checked);
          out.writeLong(MAGIC);
          write(checkpoint, out);
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  /**
   * How far a training had come.
   *
   * @param step updates made
   * @param seconds of all its sittings
   */
  public record Reached(long step, double seconds) {}

  /** How far the checkpoint in a file had come, by its first bytes; empty where there is none. */
  public static Optional<Reached> reached(Path file) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return in.readLong() == MAGIC
          ? Optional.of(new Reached(in.readLong(), in.readDouble()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // there is none yet, or it has just been moved
    }
  }

  /**
   * The checkpoint in a file, if one is there. A damaged one is put aside, with {@code .damaged}
   * after its name, and told of; the training then begins anew, which costs time and no number.
   *
   * @throws RunException if a file is there that cannot be read
   */
  public static Optional<Checkpoint> read(Path file, Consumer<String> told) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Optional<Checkpoint> read = whole(file) ? parse(file) : Optional.empty();
      if (read.isPresent()) {
        return read;
      }
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      AtomicFiles.move(file, aside);
      told.accept("the checkpoint is damaged and was put aside: " + aside + "; beginning anew");
      return Optional.empty();
    } catch (IOException e) {
      throw new RunException("Cannot read the checkpoint " + file + ": " + e, e);
    }
  }

  /** Whether the checksum at the end is that of all before it. */
  private static boolean whole(Path file) throws IOException {
    long length = Files.size(file) - Long.BYTES;
    if (length < Long.BYTES) {
      return false;
    }
    try (CheckedInputStream checked = open(file)) {
      DataInputStream in = new DataInputStream(checked);
      boolean ours = in.readLong() == MAGIC;
      in.skipNBytes(length - Long.BYTES);
      long found = checked.getChecksum().getValue();
      return in.readLong() == found && ours;
    }
  }

  /** Empty where the sizes in it contradict one another, whatever its checksum says. */
  private static Optional<Checkpoint> parse(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(open(file))) {
      in.skipNBytes(Long.BYTES);
      return Optional.of(read(in, Files.size(file)));
    } catch (EOFException
        | IllegalArgumentException
        | ArithmeticException
        | BufferUnderflowException absurd) {
      return Optional.empty();
    }
  }

  /** A size, which cannot be more than the file has bytes. */
  private static int size(int said, long bytes) {
    if (said < 0 || said > bytes) {
      throw new IllegalArgumentException("a size of " + said);
    }
    return said;
  }

  private static CheckedInputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return new CheckedInputStream(raw, new CRC32C());
  }

  private static void write(Checkpoint c, DataOutputStream out) throws IOException {
    out.writeLong(c.step());
    out.writeDouble(c.seconds());
    writeState(c.state(), out);
    out.writeBoolean(c.best().isPresent());
    if (c.best().isPresent()) {
      writeState(c.best().get(), out);
    }
    out.writeDouble(c.bestValue());
    out.writeInt(c.stale());
    out.writeInt(c.lossSums().length);
    for (int t = 0; t < c.lossSums().length; t++) {
      out.writeDouble(c.lossSums()[t]);
      out.writeInt(c.lossCounts()[t]);
    }
    writeHistory(c.history(), out);
    writeCaptures(c.captures(), out);
  }

  private static Checkpoint read(DataInputStream in, long bytes) throws IOException {
    long step = in.readLong();
    double seconds = in.readDouble();
    State state = readState(in);
    Optional<State> best = in.readBoolean() ? Optional.of(readState(in)) : Optional.empty();
    double bestValue = in.readDouble();
    int stale = in.readInt();
    int tasks = size(in.readInt(), bytes);
    double[] sums = new double[tasks];
    int[] counts = new int[tasks];
    for (int t = 0; t < tasks; t++) {
      sums[t] = in.readDouble();
      counts[t] = in.readInt();
    }
    List<Epoch> history = readHistory(in, tasks);
    CaptureLog captures = readCaptures(in, tasks);
    return new Checkpoint(
        step, seconds, state, best, bestValue, stale, history, sums, counts, captures);
  }

  private static void writeState(State state, DataOutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateFile.write(state, bytes);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }

  private static State readState(DataInputStream in) throws IOException {
    return StateFile.read(new ByteArrayInputStream(in.readNBytes(in.readInt())));
  }

  private static void writeHistory(List<Epoch> history, DataOutputStream out) throws IOException {
    out.writeInt(history.size());
    for (Epoch epoch : history) {
      out.writeInt(epoch.number());
      out.writeDouble(epoch.learningRate());
      writeDoubles(epoch.trainingLoss(), out);
      writeDoubles(epoch.validationLoss(), out);
      writeDoubles(epoch.metric(), out);
    }
  }

  private static List<Epoch> readHistory(DataInputStream in, int tasks) throws IOException {
    List<Epoch> history = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      history.add(
          new Epoch(
              in.readInt(),
              in.readDouble(),
              readDoubles(in, tasks),
              readDoubles(in, tasks),
              readDoubles(in, tasks)));
    }
    return history;
  }

  /** A count below 0 says that inner products between batches follow each capture. */
  private static void writeCaptures(CaptureLog captures, DataOutputStream out) throws IOException {
    long[] steps = captures.steps();
    List<float[]> cosines = captures.cosines();
    List<float[]> norms = captures.norms();
    Optional<List<float[]>> across = captures.across();
    out.writeInt(across.isPresent() ? -steps.length : steps.length);
    for (int i = 0; i < steps.length; i++) {
      out.writeLong(steps[i]);
      writeFloats(cosines.get(i), out);
      writeFloats(norms.get(i), out);
      if (across.isPresent()) {
        writeFloats(across.get().get(i), out);
      }
    }
  }

  private static CaptureLog readCaptures(DataInputStream in, int tasks) throws IOException {
    CaptureLog captures = new CaptureLog(tasks);
    int pairs = Math.multiplyExact(tasks, tasks);
    int count = in.readInt();
    for (int left = Math.absExact(count); left > 0; left--) {
      long step = in.readLong();
      float[] cosines = readFloats(in, pairs);
      float[] norms = readFloats(in, tasks);
      if (count < 0) {
        captures.add(step, cosines, norms, readFloats(in, pairs));
      } else {
        captures.add(step, cosines, norms);
      }
    }
    return captures;
  }

  private static void writeDoubles(List<Double> values, DataOutputStream out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static List<Double> readDoubles(DataInputStream in, int count) throws IOException {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(in.readDouble());
    }
    return values;
  }

  private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer.wrap(in.readNBytes(Math.multiplyExact(count, Float.BYTES)))
        .asFloatBuffer()
        .get(values);
    return values;
  }
}
