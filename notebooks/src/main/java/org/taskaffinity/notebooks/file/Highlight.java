package org.taskaffinity.notebooks.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.notebooks.show.Html;

/** Java with its words in colours. */
final class Highlight {
  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
              + "|(?<string>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
              + "|(?<number>\\b\\d[\\w.]*)"
              + "|(?<word>\\b(?:var|int|long|double|float|boolean|char|byte|short|void|new|return"
              + "|if|else|for|while|do|switch|case|default|break|continue|try|catch|finally|throw"
              + "|class|record|interface|enum|import|static|final|public|private|instanceof|null"
              + "|true|false|this|yield)\\b)",
          Pattern.DOTALL);

  private Highlight() {}

  static String java(String code) {
    StringBuilder out = new StringBuilder();
    Matcher tokens = TOKENS.matcher(code);
    int at = 0;
    while (tokens.find()) {
      out.append(Html.escaped(code.substring(at, tokens.start())));
      out.append("<span class=\"").append(kind(tokens)).append("\">");
      out.append(Html.escaped(tokens.group())).append("</span>");
      at = tokens.end();
    }
    return out.append(Html.escaped(code.substring(at))).toString();
  }

  private static String kind(Matcher token) {
    return token.group("comment") != null
        ? "comment"
        : token.group("string") != null
            ? "string"
            : token.group("number") != null ? "number" : "word";
  }
}
