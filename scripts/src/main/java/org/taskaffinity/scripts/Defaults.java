package org.taskaffinity.scripts;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Ends the description of every option with what holds where it is left out: the value of its
 * field, or that of the language. A switch that is left out is off.
 */
final class Defaults {
  private Defaults() {}

  /** Writes them into a command and all commands below it. */
  static void into(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : new ArrayList<>(spec.options())) {
      OptionSpec told = told(option);
      if (option.group() == null && told != option) {
        spec.remove(option);
        spec.addOption(told);
      }
    }
    command.getSubcommands().values().forEach(Defaults::into);
  }

  /** The same option, its default told. */
  private static OptionSpec told(OptionSpec option) {
    Optional<String> text = option.arity().max() > 0 ? of(option) : Optional.empty();
    boolean said =
        String.join(" ", option.description()).matches(".*(?:[Dd]efault|\\(else |if left out).*");
    if (said || text.isEmpty()) {
      return option;
    }
    String[] lines = option.description().clone();
    int last = lines.length - 1;
    String end = lines[last].endsWith(".") ? " " : ". ";
    lines[last] += end + "Default: " + text.get() + ".";
    return OptionSpec.builder(option).description(lines).build();
  }

  private static Optional<String> of(OptionSpec option) {
    Object value = option.initialValue();
    String shown = option.defaultValue() != null ? option.defaultValue() : shown(value);
    return shown.isEmpty()
        ? Optional.ofNullable(ofLanguage().get(option.longestName()))
        : Optional.of(shown.replace("%", "%%"));
  }

  /** Empty where the value means that nothing was said. */
  private static String shown(Object value) {
    if (value == null || value.equals(0) || value instanceof Map<?, ?>) {
      return "";
    }
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> String.valueOf(Array.get(value, i)))
          .collect(Collectors.joining(","));
    }
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static Map<String, String> ofLanguage() {
    Experiment e = Mtl.experiment("e", Mtl.dataset("e"));
    return Map.ofEntries(
        Map.entry("--name", "the data set's name"),
        Map.entry("--encoder", e.encoder().toString()),
        Map.entry("--split", e.split().toString()),
        Map.entry("--overlap", e.overlap() + ", the labels as they are"),
        Map.entry("--epochs", Integer.toString(e.training().epochs())),
        Map.entry("--batch-size", Integer.toString(e.training().batchSize())),
        Map.entry("--learning-rate", link(e.training(), "adamW")),
        Map.entry("--seeds", Long.toString(e.seed())),
        Map.entry("--capture-every", "as --captures says"),
        Map.entry("--captures", link(e.capture(), "captures")),
        Map.entry("--cross-batches", Integer.toString(e.capture().batches())),
        Map.entry("--control", "none"),
        Map.entry("--window", link(e.capture(), "window")),
        Map.entry("--e-rows", e.labelCorrelation().rows().name().toLowerCase(Locale.ROOT)),
        Map.entry("--min-shared", Integer.toString(e.labelCorrelation().minimumShared())),
        Map.entry("--min-expected", Integer.toString(e.labelCorrelation().minimumExpected())),
        Map.entry("--with", "none"),
        Map.entry("--smiles", "found by its name or its content"),
        Map.entry("--sheet", "the only sheet or file that has a table"),
        Map.entry("--features", "none, so that molecules are read"),
        Map.entry("--tasks", "all"),
        Map.entry("--classification", "as the column looks"),
        Map.entry("--regression", "as the column looks"),
        Map.entry("--minimum-labels", "0, all rows"),
        Map.entry("--sample", "all rows"),
        Map.entry("--set", "the values in the file"),
        Map.entry("--html", "no page"),
        Map.entry("--csv", "no file"),
        Map.entry("--bundle", "no bundle"),
        Map.entry("--matrix", "none"),
        Map.entry("--to", "none"),
        Map.entry("--whole", "0, none"),
        Map.entry("--against", "none"));
  }

  private static String link(Object chain, String verb) {
    return Arrays.stream(chain.toString().split("(?<=\\))\\."))
        .filter(each -> each.startsWith(verb))
        .findFirst()
        .orElse(chain.toString());
  }
}
