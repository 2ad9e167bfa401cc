package org.taskaffinity.scripts.repl;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Mtl;

/** Colours what is being typed: keywords, the language's verbs, strings, numbers, comments. */
final class JavaLook implements Highlighter {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends final finally float for goto if implements import instanceof int"
                  + " interface long native new package private protected public return short static"
                  + " strictfp super switch synchronized this throw throws transient try void volatile"
                  + " while var record sealed permits yield true false null")
              .split(" "));
  private static final Set<String> VERBS =
      Stream.of(Mtl.class, Figures.class)
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|$))|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?)"
              + "|(?<number>\\b\\d[\\w.]*)|(?<word>[A-Za-z_$][\\w$]*)",
          Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("^\\s*/[a-z!?\\d-][^\\n]*");

  private final java.util.function.BooleanSupplier coloured;

  JavaLook(java.util.function.BooleanSupplier coloured) {
    this.coloured = coloured;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!coloured.getAsBoolean()) {
      return new AttributedString(buffer);
    }
    AttributedStringBuilder out = new AttributedStringBuilder();
    if (COMMAND.matcher(buffer).lookingAt()) {
      return out.styled(colour(AttributedStyle.CYAN), buffer).toAttributedString();
    }
    Matcher token = TOKEN.matcher(buffer);
    int from = 0;
    while (token.find()) {
      out.append(buffer.substring(from, token.start()));
      out.styled(style(token), token.group());
      from = token.end();
    }
    return out.append(buffer.substring(from)).toAttributedString();
  }

  private static AttributedStyle style(Matcher token) {
    if (token.group("comment") != null) {
      return AttributedStyle.DEFAULT.faint();
    } else if (token.group("text") != null) {
      return colour(AttributedStyle.GREEN);
    } else if (token.group("number") != null) {
      return colour(AttributedStyle.CYAN);
    }
    String word = token.group("word");
    return KEYWORDS.contains(word)
        ? colour(AttributedStyle.MAGENTA)
        : VERBS.contains(word)
            ? AttributedStyle.BOLD
            : AttributedStyle.DEFAULT; // legible on any ground
  }

  private static AttributedStyle colour(int which) {
    return AttributedStyle.DEFAULT.foreground(which);
  }
}
