package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.runtime.random.Seeds;

/** A user's file, written and read as an experiment would read it. */
final class Wild {
  /** Twelve different molecules. */
  static final List<String> MOLECULES =
      List.of(
          "CCO",
          "CCN",
          "CCCl",
          "c1ccccc1",
          "CC(=O)O",
          "c1ccncc1",
          "CCOC",
          "OCCO",
          "CC#N",
          "C1CCCCC1",
          "CCBr",
          "Cc1ccccc1");

  private final Path folder;
  private UnaryOperator<Dataset> change = data -> data;
  private Split split = Mtl.noSplit();

  Wild(Path folder) {
    this.folder = folder;
  }

  /** With another choice of columns than by default. */
  Wild with(UnaryOperator<Dataset> other) {
    Wild wild = new Wild(folder);
    wild.change = other;
    return wild;
  }

  /** With a split, whose column is then read. */
  Wild splitBy(Split other) {
    Wild wild = new Wild(folder);
    wild.split = other;
    return wild;
  }

  /** A header and a row for each of the twelve molecules, with these cells behind them. */
  static String rows(String header, IntFunction<String> cells) {
    return IntStream.range(0, MOLECULES.size())
        .mapToObj(i -> MOLECULES.get(i) + cells.apply(i))
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  Table read(String text, Task... tasks) {
    return read("mine.csv", text, tasks);
  }

  Table read(String name, String text, Task... tasks) {
    return read(name, text.getBytes(StandardCharsets.UTF_8), tasks);
  }

  Table read(String name, byte[] bytes, Task... tasks) {
    try {
      Path file = Files.write(folder.resolve(name), bytes);
      Folders folders = new Folders(Optional.empty(), folder.resolve("cache"));
      Dataset data = change.apply(Mtl.dataset("mine", file.toString(), tasks));
      return new Tables(new DataFiles(Catalogue.read(), folders, Progress.NONE))
          .load(data, split, new Seeds(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why it is not read. */
  String refused(String name, byte[] bytes, Task... tasks) {
    String message =
        assertThrows(PlanException.class, () -> read(name, bytes, tasks), name).getMessage();
    return message.replace(folder.toString(), "~");
  }

  String refused(String name, String text, Task... tasks) {
    return refused(name, text.getBytes(StandardCharsets.UTF_8), tasks);
  }

  static List<String> tasks(Table table) {
    return table.tasks().stream().map(Task::name).toList();
  }

  /** The notes as one text. */
  static String notes(Table table) {
    return String.join("\n", table.notes());
  }
}
