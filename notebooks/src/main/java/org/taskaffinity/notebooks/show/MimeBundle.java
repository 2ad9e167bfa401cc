package org.taskaffinity.notebooks.show;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several forms; who shows it takes the richest that it can.
 *
 * @param data the forms by their MIME type
 */
public record MimeBundle(Map<String, String> data) {
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String SVG = "image/svg+xml";

  public MimeBundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of(TEXT, text));
  }

  /** The same with one form more. */
  public MimeBundle with(String type, String content) {
    Map<String, String> more = new LinkedHashMap<>(data);
    more.put(type, content);
    return new MimeBundle(more);
  }

  /** Characters of all forms together. */
  public long size() {
    return data.values().stream().mapToLong(String::length).sum();
  }
}
