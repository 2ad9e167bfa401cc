package org.taskaffinity.notebooks.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taskaffinity.notebooks.show.Html;

/** Text as terminals colour it, for a page: what is red or faint there is so here. */
final class Ansi {
  private static final Pattern CODE = Pattern.compile("\u001B\\[([0-9;]*)m");

  private Ansi() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder();
    Matcher codes = CODE.matcher(text);
    boolean open = false;
    int at = 0;
    while (codes.find()) {
      out.append(Html.escaped(text.substring(at, codes.start())));
      at = codes.end();
      out.append(open ? "</span>" : "");
      String kind = kind(codes.group(1));
      open = !kind.isEmpty();
      out.append(open ? "<span class=\"" + kind + "\">" : "");
    }
    out.append(Html.escaped(text.substring(at)));
    return out.append(open ? "</span>" : "").toString();
  }

  private static String kind(String code) {
    return code.matches("(.*;)?31") ? "red" : code.equals("2") ? "quiet" : "";
  }
}
