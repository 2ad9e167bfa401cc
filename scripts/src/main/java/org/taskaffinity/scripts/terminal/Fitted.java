package org.taskaffinity.scripts.terminal;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text within the width of a terminal. A line that is too long goes on in the next, further to the
 * right: a statement before a dot or behind a comma, other text at a blank, a path behind a slash.
 * Text in quotes stays whole where it can, and hashes outside of statements are shortened in lines
 * that are too long. Coloured lines stay as they are.
 */
public final class Fitted {
  private static final int NARROWEST = 20;

  /** How far a line that goes on is moved to the right. */
  private static final int HANG = 4;

  /** A hash, and as much of it as {@code affinity runs show} needs. */
  private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{12,}\\b");

  private static final Pattern STATEMENT =
      Pattern.compile("\\s*\\.?[A-Za-z_$][\\w$.]*\\(.*", Pattern.DOTALL);

  private Fitted() {}

  public static String to(int width, String text) {
    return text.lines()
        .map(line -> line.indexOf('\u001B') >= 0 ? line : broken(line, Math.max(NARROWEST, width)))
        .collect(Collectors.joining("\n"));
  }

  /** A path; where it is too long the hash at its end is shortened. */
  static String path(Path path, int width) {
    String whole = path.toString();
    return whole.length() <= width ? whole : shortened(whole);
  }

  private static String shortened(String text) {
    return HASH.matcher(text).replaceAll("$1…");
  }

  private static String broken(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    boolean statement = STATEMENT.matcher(text).matches();
    String line = statement ? text : shortened(text);
    int indent = Math.min(width / 3, line.length() - line.stripLeading().length() + HANG);
    StringBuilder out = new StringBuilder();
    String rest = line;
    String before = "";
    while (before.length() + rest.length() > width) {
      int at = place(rest, width - before.length(), statement);
      if (at <= 0) {
        break;
      }
      out.append(before).append(rest.substring(0, at).stripTrailing()).append('\n');
      rest = rest.substring(at).stripLeading();
      before = " ".repeat(indent);
    }
    return out + before + rest;
  }

  /** Where to break: the last good place within the room, else the first beyond it, else 0. */
  private static int place(String text, int room, boolean statement) {
    int start = text.length() - text.stripLeading().length();
    int dot = 0;
    int other = 0;
    int poor = 0;
    boolean quoted = false;
    for (int i = start + 1; i < text.length(); i++) {
      char last = text.charAt(i - 1);
      quoted ^= last == '"' && (i < 2 || text.charAt(i - 2) != '\\');
      boolean within = i <= room;
      if (!within && Math.max(dot, Math.max(other, poor)) > 0) {
        break;
      }
      if (!quoted && last == ')' && text.charAt(i) == '.') {
        dot = i;
      } else if (!quoted && (last == ' ' || statement && (last == ',' || last == '('))) {
        other = last == '(' && text.charAt(i) == ')' ? other : i;
      } else if (last == ' ' || last == '/') {
        poor = i;
      }
    }
    return statement && dot > room / 2 ? dot : other > 0 ? other : Math.max(dot, poor);
  }
}
