package org.taskaffinity.scripts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Javadoc comment as plain text.
 *
 * @param body paragraphs before the first tag; an element of several lines is set as it stands
 * @param tags the block tags, each as {@code @param name text}
 */
record JavadocText(List<String> body, List<String> tags) {
  private static final Pattern INLINE =
      Pattern.compile("\\{@(\\w+)\\s+((?:[^{}]|\\{(?:[^{}]|\\{[^{}]*})*})*)}");
  private static final Pattern SENTENCE = Pattern.compile("(?s)^(.*?[.!?])(?=\\s|$)");

  /** What stands between the comment's stars. */
  static JavadocText of(String comment) {
    List<String> lines = comment.lines().map(l -> l.replaceFirst("^ ", "")).toList();
    int end = 0;
    while (end < lines.size() && !lines.get(end).stripLeading().startsWith("@")) {
      end++;
    }
    String body = String.join("\n", lines.subList(0, end));
    List<String> tags = new ArrayList<>();
    for (String line : lines.subList(end, lines.size())) {
      if (line.stripLeading().startsWith("@")) {
        tags.add(line.strip());
      } else if (!line.isBlank()) {
        tags.set(tags.size() - 1, tags.get(tags.size() - 1) + " " + line.strip());
      }
    }
    return new JavadocText(paragraphs(body), tags.stream().map(JavadocText::plain).toList());
  }

  private static List<String> paragraphs(String body) {
    List<String> out = new ArrayList<>();
    Matcher set = Pattern.compile("(?s)<pre>(.*?)</pre>").matcher(body);
    int from = 0;
    while (set.find()) {
      flowing(body.substring(from, set.start()), out);
      out.add(inline(set.group(1)).replaceAll("(?s)^\\s*\\n|\\s+$", ""));
      from = set.end();
    }
    flowing(body.substring(from), out);
    return List.copyOf(out);
  }

  private static void flowing(String text, List<String> out) {
    for (String each : text.split("<p>|\\n\\s*\\n|</?[uo]l>|<li>")) {
      String plain = plain(each);
      if (!plain.isEmpty()) {
        out.add(plain);
      }
    }
  }

  private static String plain(String text) {
    return inline(text).replaceAll("\\s+", " ").strip();
  }

  private static String inline(String text) {
    Matcher tag = INLINE.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (tag.find()) {
      out.append(unmarked(text.substring(from, tag.start()))).append(said(tag));
      from = tag.end();
    }
    return out.append(unmarked(text.substring(from))).toString();
  }

  private static String said(Matcher tag) {
    String content = tag.group(2);
    if (!tag.group(1).startsWith("link")) {
      return content;
    }
    String[] target = content.strip().split("\\s+(?![^(]*\\))", 2);
    return target.length > 1 ? target[1] : target[0].replaceFirst("^#", "").replace('#', '.');
  }

  private static String unmarked(String text) {
    return text.replaceAll("</?\\w+[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  String summary() {
    String first = body.isEmpty() ? "" : body.get(0);
    Matcher sentence = SENTENCE.matcher(first);
    return sentence.find() ? sentence.group(1).replaceAll("\\s+", " ") : first;
  }

  /** What a tag says of a parameter or component. */
  String parameter(String name) {
    String lead = "@param " + name + " ";
    return tags.stream()
        .filter(t -> t.startsWith(lead))
        .map(t -> t.substring(lead.length()))
        .findFirst()
        .orElse("");
  }

  String text() {
    String said =
        tags.stream()
            .map(t -> t.replaceFirst("^@param (\\S+) ", "  $1: "))
            .map(t -> t.replaceFirst("^@return ", "  gives "))
            .map(t -> t.replaceFirst("^@throws ", "  throws "))
            .collect(Collectors.joining("\n"));
    String above = String.join("\n\n", body);
    return above.isEmpty() || said.isEmpty() ? above + said : above + "\n\n" + said;
  }
}
