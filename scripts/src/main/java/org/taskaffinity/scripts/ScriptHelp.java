package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.scripts.shell.Parameter;
import org.taskaffinity.scripts.shell.Parameters;
import org.taskaffinity.scripts.shell.ScriptFile;
import org.taskaffinity.scripts.shell.ScriptLanguage;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says where a script is named: what it is about, and what can be set. */
final class ScriptHelp {
  private static final int WIDTH = 80;

  private ScriptHelp() {}

  /** Has a command's help speak of the script that was named, if one was. */
  static void into(CommandSpec command, Supplier<Optional<Path>> script) {
    UsageMessageSpec usage = command.usageMessage();
    for (String key : usage.sectionKeys()) {
      IHelpSectionRenderer whole = usage.sectionMap().get(key);
      boolean first = key.equals(UsageMessageSpec.SECTION_KEY_HEADER);
      usage
          .sectionMap()
          .put(
              key,
              help ->
                  script
                      .get()
                      .map(file -> first ? text(file, command.qualifiedName()) : "")
                      .orElseGet(() -> whole == null ? "" : whole.render(help)));
    }
  }

  private static String text(Path file, String command) {
    try {
      ScriptLanguage language = ScriptRun.language(file);
      String text = ScriptFile.read(file);
      List<Parameter> parameters = Parameters.of(language, file.toString(), text);
      return about(text)
          + listed(parameters)
          + "\n  "
          + command
          + " "
          + file
          + parameters.stream().findFirst().map(p -> " --set " + p.name() + "=…").orElse("")
          + "\n  "
          + command
          + " --help               all options\n";
    } catch (AffinityException e) {
      return e.getMessage() + "\n";
    }
  }

  /** The comment at the script's head. */
  private static String about(String text) {
    String said =
        text.replaceFirst("^\uFEFF", "")
            .lines()
            .dropWhile(line -> line.startsWith("#!"))
            .takeWhile(line -> line.startsWith("//"))
            .map(line -> line.replaceFirst("^// ?", ""))
            .collect(Collectors.joining("\n"));
    return said.isBlank() ? "" : said + "\n\n";
  }

  private static String listed(List<Parameter> parameters) {
    if (parameters.isEmpty()) {
      return "Nothing in it can be set from outside.\n";
    }
    int names = parameters.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    int types = parameters.stream().mapToInt(p -> p.type().toString().length()).max().orElse(0);
    return parameters.stream()
        .map(p -> line(p, names, types))
        .collect(
            Collectors.joining(
                "", "What can be set (--set NAME=VALUE), and what it is if not:\n", ""));
  }

  private static String line(Parameter p, int names, int types) {
    String value = p.value().replaceAll("\\s*\\n\\s*(?=[.)])", "").replaceAll("\\s*\\n\\s*", " ");
    String indent = "  " + " ".repeat(names) + "  ";
    String comment = p.comment().isEmpty() ? "" : "\n" + wrapped(p.comment(), indent);
    String format = "  %-" + names + "s  %-" + types + "s  %s%s%n";
    return String.format(Locale.ROOT, format, p.name(), p.type(), value, comment);
  }

  private static String wrapped(String text, String indent) {
    StringBuilder out = new StringBuilder(indent);
    int column = indent.length();
    for (String word : text.split(" +")) {
      boolean first = column == indent.length();
      if (!first && column + 1 + word.length() > WIDTH) {
        out.append('\n').append(indent).append(word);
        column = indent.length() + word.length();
      } else {
        out.append(first ? "" : " ").append(word);
        column += word.length() + (first ? 0 : 1);
      }
    }
    return out.toString();
  }
}
