package org.taskaffinity.runtime.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * plotly.js, of the one release that the build names, packed so that a page stays small. Where it
 * is not on the class path figures show their pictures; no page links to one elsewhere.
 */
final class PlotlyLibrary {
  /** Where the webjar has it. */
  private static final String FILE = "/META-INF/resources/webjars/plotly.js-dist/2.35.3/plotly.js";

  private static String script;

  private PlotlyLibrary() {}

  /** A script element that unpacks the library; empty where there is none. */
  static synchronized String script() {
    if (script == null) {
      script = made();
    }
    return script;
  }

  private static String made() {
    try (InputStream in = PlotlyLibrary.class.getResourceAsStream(FILE)) {
      if (in == null) {
        return "";
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 22);
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
        in.transferTo(gzip);
      }
      String code = Base64.getEncoder().encodeToString(packed.toByteArray());
      String loader = resource("plotly.js").strip();
      return "<script>\n" + loader + "(\"" + code + "\");\n</script>\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream in = PlotlyLibrary.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
