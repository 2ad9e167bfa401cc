package org.taskaffinity.runtime.report;

import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.figure.Markup;

/** What was run, so that a number can be traced. */
final class RecordSection {
  private RecordSection() {}

  static void write(Page page, RunRecord record) {
    write(page, record, record.notes());
  }

  /**
   * @param notes those of all runs that the page is about
   */
  static void write(Page page, RunRecord record, List<String> notes) {
    page.section("What was run");
    Code.write(page.body(), record.description());
    if (!notes.isEmpty()) {
      page.heading("Notes");
      page.body().open("ul");
      notes.forEach(note -> page.body().element("li", note));
      page.body().close().line();
    }
    Markup list = page.body().open("dl");
    entry(list, "run", record.id());
    entry(list, "started", record.started());
    entry(list, "wall time", Words.duration(record.seconds()));
    entry(list, "device", record.device() + ", " + Words.plural(record.threads(), "thread"));
    entry(
        list,
        "training",
        Words.plural(record.epochs(), "epoch")
            + ", "
            + Words.plural(record.steps(), "step")
            + ", "
            + Words.plural(record.captures(), "captured step")
            + " in the window");
    entry(
        list,
        "parameters",
        Words.count(record.parameters().encoder())
            + " shared, "
            + Words.count(record.parameters().heads())
            + " in the heads");
    list.close().line();
    page.heading("Data, SHA-256 of the decompressed content");
    writeMap(page, record.data());
    page.heading("Versions");
    writeMap(page, record.versions());
  }

  private static void writeMap(Page page, Map<String, String> map) {
    Markup list = page.body().open("dl");
    map.forEach((name, value) -> entry(list, name, value));
    list.close().line();
  }

  private static void entry(Markup list, String name, String value) {
    list.element("dt", name).open("dd");
    Shortened.hash(value).write(list);
    list.close();
  }
}
