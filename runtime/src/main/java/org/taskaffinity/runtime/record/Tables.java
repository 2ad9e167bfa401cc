package org.taskaffinity.runtime.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.files.Bounds;

/**
 * Matrices, tasks and epochs as CSV. A number is written so that it reads back as the same bits; an
 * empty field is NaN.
 */
final class Tables {
  private Tables() {}

  /** A header {@code task, names …} and a row per task. */
  static String matrix(TaskMatrix matrix) {
    return csv(
        Stream.concat(Stream.of("task"), matrix.tasks().stream()).toList(),
        Arrays.stream(matrix.values())
            .map(row -> Arrays.stream(row).mapToObj(Tables::number).toList())
            .toList(),
        matrix.tasks());
  }

  static String tasks(List<TaskSummary> tasks) {
    return csv(
        List.of(
            "task",
            "type",
            "measured",
            "kept",
            "positives",
            "metric",
            "validation",
            "test",
            "skill",
            "skill_value",
            "skill_chance",
            "skill_low",
            "skill_high",
            "skill_rows",
            "skill_part"),
        tasks.stream()
            .map(
                t ->
                    List.of(
                        t.type().name(),
                        Integer.toString(t.measured()),
                        Integer.toString(t.kept()),
                        t.positives() < 0 ? "" : Integer.toString(t.positives()),
                        t.metric().name(),
                        number(t.validation()),
                        number(t.test()),
                        t.skill().measure(),
                        number(t.skill().value()),
                        number(t.skill().chance()),
                        number(t.skill().low()),
                        number(t.skill().high()),
                        Integer.toString(t.skill().rows()),
                        t.skill().part()))
            .toList(),
        tasks.stream().map(TaskSummary::name).toList());
  }

  /**
   * @throws RunException if the file does not hold what {@link #tasks} writes
   */
  static List<TaskSummary> readTasks(Path file) {
    return as(file, () -> tasks(file));
  }

  /** What was read, its faults in words. */
  static <T> T as(Path file, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new RunException(
          "Cannot read " + file + ": a row or a field of it is missing or altered", e);
    }
  }

  private static List<TaskSummary> tasks(Path file) {
    return read(file).stream()
        .skip(1)
        .map(
            f ->
                new TaskSummary(
                    f.get(0),
                    TaskType.valueOf(f.get(1)),
                    Integer.parseInt(f.get(2)),
                    Integer.parseInt(f.get(3)),
                    f.get(4).isEmpty() ? -1 : Integer.parseInt(f.get(4)),
                    Metric.valueOf(f.get(5)),
                    value(f.get(6)),
                    value(f.get(7)),
                    skill(f)))
        .toList();
  }

  /** Runs made before tasks were compared to chance have no such columns. */
  private static Skill skill(List<String> fields) {
    return fields.size() < 15
        ? Skill.UNKNOWN
        : new Skill(
            fields.get(8),
            value(fields.get(9)),
            value(fields.get(10)),
            value(fields.get(11)),
            value(fields.get(12)),
            Integer.parseInt(fields.get(13)),
            fields.get(14));
  }

  /** One row per result of a sweep, with what it was and how its G and E go together. */
  static String results(List<Result> results) {
    return csv(
        List.of(
            "run",
            "seed",
            "overlap",
            "encoder",
            "mean_overlap",
            "pairs",
            "r",
            "r_mantel_p",
            "rho",
            "rho_mantel_p"),
        results.stream()
            .map(
                r ->
                    List.of(
                        Long.toString(r.experiment().seed()),
                        r.experiment().condition(),
                        r.experiment().encoder().toString(),
                        number(Arrays.stream(r.overlap().pairs()).average().orElse(Double.NaN)),
                        Integer.toString(r.relation().pairs()),
                        number(r.relation().pearson().value()),
                        number(r.relation().pearson().mantelP()),
                        number(r.relation().spearman().value()),
                        number(r.relation().spearman().mantelP())))
            .toList(),
        results.stream().map(r -> r.record().id()).toList());
  }

  /** One row per epoch and task. */
  static String history(List<Epoch> epochs, List<String> tasks) {
    List<String> first = new ArrayList<>();
    List<List<String>> rest = new ArrayList<>();
    for (Epoch epoch : epochs) {
      for (int t = 0; t < tasks.size(); t++) {
        first.add(Integer.toString(epoch.number()));
        rest.add(
            List.of(
                number(epoch.learningRate()),
                tasks.get(t),
                number(epoch.trainingLoss().get(t)),
                number(epoch.validationLoss().get(t)),
                number(epoch.metric().get(t))));
      }
    }
    return csv(
        List.of("epoch", "learning_rate", "task", "training_loss", "validation_loss", "metric"),
        rest,
        first);
  }

  /**
   * @throws RunException if the file does not hold what {@link #history} writes
   */
  static List<Epoch> readHistory(Path file, int tasks) {
    return as(file, () -> history(file, tasks));
  }

  private static List<Epoch> history(Path file, int tasks) {
    List<List<String>> lines = read(file);
    List<Epoch> epochs = new ArrayList<>();
    for (int at = 1; at < lines.size(); at += tasks) {
      List<List<String>> rows = lines.subList(at, at + tasks);
      epochs.add(
          new Epoch(
              Integer.parseInt(rows.get(0).get(0)),
              value(rows.get(0).get(1)),
              rows.stream().map(r -> value(r.get(3))).toList(),
              rows.stream().map(r -> value(r.get(4))).toList(),
              rows.stream().map(r -> value(r.get(5))).toList()));
    }
    return epochs;
  }

  static String csv(List<String> header, List<List<String>> rest, List<String> first) {
    StringWriter text = new StringWriter();
    try (CsvWriter out = CsvWriter.builder().build(text)) {
      out.writeRecord(header);
      for (int i = 0; i < first.size(); i++) {
        out.writeRecord(Stream.concat(Stream.of(first.get(i)), rest.get(i).stream()).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static List<List<String>> read(Path file) {
    try (CsvReader<CsvRecord> in =
        CsvReader.builder()
            .ofCsvRecord(
                new InputStreamReader(
                    Bounds.stream(Files.newInputStream(file), Bounds.heap()),
                    StandardCharsets.UTF_8))) {
      return in.stream().map(CsvRecord::getFields).toList();
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new RunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0)
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  static double value(String field) {
    return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
  }
}
