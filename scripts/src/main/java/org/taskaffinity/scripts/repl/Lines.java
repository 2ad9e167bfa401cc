package org.taskaffinity.scripts.repl;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.taskaffinity.scripts.shell.Completed;

/** When a statement is whole, and which part of it a completion replaces. */
final class Lines implements Parser {
  private final Predicate<String> unfinished;
  private final BiFunction<String, Integer, Completed> completions;

  Lines(Predicate<String> unfinished, BiFunction<String, Integer, Completed> completions) {
    this.unfinished = unfinished;
    this.completions = completions;
  }

  /** A line with what may stand at its cursor. */
  record Line(
      String line, int cursor, int from, List<org.taskaffinity.scripts.shell.Candidate> candidates)
      implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(from, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - from;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate; // it is written as it stands in Java
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      Completed completed = completions.apply(line, cursor);
      return new Line(line, cursor, completed.from(), completed.candidates());
    }
    if (context == ParseContext.ACCEPT_LINE && unfinished.test(line)) {
      throw new EOFError(-1, cursor, "unfinished");
    }
    return new Line(line, cursor, 0, List.of());
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** JLine's own candidates, in the order that the shell gave them. */
  static void complete(ParsedLine parsed, List<Candidate> out, int width) {
    if (!(parsed instanceof Line line)) {
      return;
    }
    int at = 0;
    for (org.taskaffinity.scripts.shell.Candidate each : line.candidates()) {
      String about = about(each, width);
      String close = closing(line, each);
      out.add(
          new Candidate(
              each.text() + close,
              each.text(),
              null,
              about.isEmpty() ? null : about,
              null,
              null,
              false,
              ++at));
    }
  }

  /** A name within quotes is whole, but for a folder. */
  private static String closing(Line line, org.taskaffinity.scripts.shell.Candidate candidate) {
    boolean quoted =
        switch (candidate.kind()) {
          case DATASET, TASK, COLUMN, FILE ->
              line.from() > 0 && line.line().charAt(line.from() - 1) == '"';
          default -> false;
        };
    boolean followed = line.line().startsWith("\"", line.cursor());
    return quoted && !followed && !candidate.text().endsWith("/") ? "\"" : "";
  }

  private static String about(org.taskaffinity.scripts.shell.Candidate candidate, int width) {
    String summary = candidate.described().summary();
    String said =
        summary.isEmpty()
            ? candidate.described().signature().replaceFirst("\n(?s).*", "")
            : summary;
    int room = Math.max(0, width - 30);
    return said.length() <= room ? said : room < 10 ? "" : said.substring(0, room - 1) + "…";
  }
}
