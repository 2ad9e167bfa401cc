package org.taskaffinity.notebooks.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.taskaffinity.notebooks.show.Html;
import org.taskaffinity.notebooks.show.MimeBundle;
import org.taskaffinity.scripts.shell.Candidate;
import org.taskaffinity.scripts.shell.Completed;
import org.taskaffinity.scripts.shell.Completions;
import org.taskaffinity.scripts.shell.Described;
import org.taskaffinity.scripts.shell.Inspection;
import org.taskaffinity.scripts.shell.ShellEngine;

/**
 * Help for those who type. Jupyter counts cursors in code points, Java in UTF-16 units; this is
 * where the two meet.
 */
final class Assistance {
  private final ShellEngine shell;
  private final Completions completions;
  private final Inspection inspection;

  Assistance(ShellEngine shell) {
    this.shell = shell;
    completions = new Completions(shell);
    inspection = new Inspection(shell);
  }

  Map<String, Object> complete(String code, int cursor) {
    int at = units(code, cursor);
    Completed found = completions.at(code, at);
    int from = code.codePointCount(0, found.from());
    return Map.of(
        "status",
        "ok",
        "matches",
        found.candidates().stream().map(Candidate::text).toList(),
        "cursor_start",
        from,
        "cursor_end",
        cursor,
        "metadata",
        Map.of(
            "_jupyter_types_experimental",
            found.candidates().stream().map(c -> typed(c, from, cursor)).toList()));
  }

  private static Map<String, Object> typed(Candidate candidate, int from, int to) {
    return Map.of(
        "text",
        candidate.text(),
        "type",
        candidate.kind().name().toLowerCase(Locale.ROOT),
        "signature",
        candidate.described().signature().lines().findFirst().orElse(""),
        "start",
        from,
        "end",
        to);
  }

  Map<String, Object> inspect(String code, int cursor) {
    List<Described> found = inspection.at(code, units(code, cursor));
    Map<String, Object> content = new HashMap<>();
    content.put("status", "ok");
    content.put("found", !found.isEmpty());
    content.put("metadata", Map.of());
    content.put("data", found.isEmpty() ? Map.of() : described(found).data());
    return content;
  }

  private static MimeBundle described(List<Described> found) {
    String text = found.stream().map(Assistance::text).collect(Collectors.joining("\n\n"));
    String html = found.stream().map(Assistance::html).collect(Collectors.joining("<hr>"));
    return MimeBundle.text(text).with(MimeBundle.HTML, html);
  }

  private static String text(Described word) {
    return (word.signature() + "\n\n" + body(word)).strip();
  }

  private static String html(Described word) {
    return "<pre style=\"white-space:pre-wrap;margin:0\"><b>"
        + Html.escaped(word.signature())
        + "</b></pre><div style=\"white-space:pre-wrap\">"
        + Html.escaped(body(word))
        + "</div>";
  }

  private static String body(Described word) {
    return word.text().isEmpty() ? word.summary() : word.text();
  }

  Map<String, Object> isComplete(String code) {
    return !shell.unfinished(code)
        ? Map.of("status", "complete")
        : Map.of("status", "incomplete", "indent", indent(code));
  }

  /** That of the last line, and more after a bracket that it opens. */
  private static String indent(String code) {
    String last = code.substring(code.lastIndexOf('\n') + 1);
    String lead = last.substring(0, last.length() - last.stripLeading().length());
    return last.stripTrailing().matches(".*[({]") ? lead + "    " : lead;
  }

  private static int units(String code, int cursor) {
    int points = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.max(0, Math.min(cursor, points)));
  }
}
