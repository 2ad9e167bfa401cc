package org.taskaffinity.reproductions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.TaskSummary;

/**
 * Areas under the ROC curve of trainings of which nothing else is needed, in a file that stands for
 * the trainings: a training with a line there is not repeated, on whatever machine the file comes
 * to. A line holds the SHA-256 of the printed experiment (16 digits), the task, the epoch, the area
 * on the validation rows and, at the last epoch, on the test rows.
 */
final class Scores {
  private static final String HEAD = "training,task,epoch,validation,test\n";

  /** Epochs, in addition to the last one, whose areas are kept. */
  private static final List<Integer> EPOCHS = List.of(10, 30);

  private record Key(String training, String task, int epoch) {}

  private record Areas(double validation, double test) {}

  private final Path file;
  private final Map<Key, Areas> areas = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Those of a file, which need not exist yet. */
  Scores(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
        rows.forEach(this::take);
      } catch (IOException e) {
        throw new RunException("Cannot read " + file + ": " + e.getMessage() + ".", e);
      }
    }
  }

  private void take(NamedCsvRecord line) {
    Key key =
        new Key(
            line.getField("training"),
            line.getField("task"),
            Integer.parseInt(line.getField("epoch")));
    areas.put(key, new Areas(number(line.getField("validation")), number(line.getField("test"))));
    known.add(key.training());
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** Those of the trainings that are not in the file. */
  List<Experiment> missing(List<Experiment> experiments) {
    return experiments.stream().filter(e -> !known.contains(name(e))).toList();
  }

  /**
   * The area of a task at the last epoch, the mean of those on validation and test rows. NaN where
   * the training is not in the file.
   */
  double area(Experiment experiment, String task) {
    Areas found = at(experiment, task, experiment.training().epochs());
    return (found.validation() + found.test()) / 2;
  }

  /** The area of a task on the validation rows after an epoch; NaN where it is not in the file. */
  double validation(Experiment experiment, String task, int epoch) {
    return at(experiment, task, epoch).validation();
  }

  private Areas at(Experiment experiment, String task, int epoch) {
    return areas.getOrDefault(
        new Key(name(experiment), task, epoch), new Areas(Double.NaN, Double.NaN));
  }

  /** Adds a training, to the file too, at once. */
  void add(Result result) {
    List<String> lines = new ArrayList<>();
    String name = name(result.experiment());
    if (!known.add(name)) {
      return;
    }
    int last = result.record().epochs();
    for (int t = 0; t < result.tasks().size(); t++) {
      TaskSummary task = result.tasks().get(t);
      for (Epoch epoch : result.history()) {
        if (epoch.number() < last && EPOCHS.contains(epoch.number())) {
          lines.add(line(name, task.name(), epoch.number(), epoch.metric().get(t), Double.NaN));
        }
      }
      lines.add(line(name, task.name(), last, task.validation(), task.test()));
    }
    append(String.join("", lines));
  }

  private String line(String training, String task, int epoch, double validation, double test) {
    areas.put(new Key(training, task, epoch), new Areas(validation, test));
    return String.join(",", training, task, Integer.toString(epoch), plain(validation), plain(test))
        + "\n";
  }

  private static String plain(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private void append(String text) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, HEAD);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new RunException("Cannot write " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /** The first 16 digits of the printed experiment's SHA-256. */
  static String name(Experiment experiment) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(experiment.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
