package org.taskaffinity.notebooks.kernel;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.Header;
import org.taskaffinity.scripts.Build;

/** What the kernel says of itself. */
final class KernelInfo {
  private KernelInfo() {}

  static Map<String, Object> content() {
    return Map.of(
        "status",
        "ok",
        "protocol_version",
        Header.PROTOCOL_VERISON,
        "implementation",
        KernelSpec.NAME,
        "implementation_version",
        Build.version(),
        "banner",
        KernelSpec.DISPLAY_NAME
            + " "
            + Build.version()
            + ", Java "
            + Runtime.version().feature()
            + ". In scope: the language, `runner`, println and display.",
        "language_info",
        Map.of(
            "name",
            "java",
            "version",
            String.valueOf(Runtime.version().feature()),
            "mimetype",
            "text/x-java-source",
            "file_extension",
            ".jsh",
            "pygments_lexer",
            "java",
            "codemirror_mode",
            "text/x-java"),
        "help_links",
        List.of());
  }
}
