package org.taskaffinity.notebooks.kernel;

import java.util.HashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.taskaffinity.notebooks.cell.Outputs;
import org.taskaffinity.notebooks.show.MimeBundle;

/** The outputs of one cell as messages. */
final class CellMessages implements Outputs {
  private final News news;
  private final Message<?> request;
  private final int count;
  private final boolean silent;

  /**
   * @param silent whether the cell's value is nobody's business
   */
  CellMessages(News news, Message<?> request, int count, boolean silent) {
    this.news = news;
    this.request = request;
    this.count = count;
    this.silent = silent;
  }

  @Override
  public void print(Stream stream, String text) {
    tell(MessageType.PUBLISH_STREAM, Map.of("name", stream.word(), "text", text));
  }

  @Override
  public void display(MimeBundle bundle, String id) {
    tell(MessageType.PUBLISH_DISPLAY_DATA, shown(bundle, id));
  }

  @Override
  public void update(MimeBundle bundle, String id) {
    tell(MessageType.PUBLISH_UPDATE_DISPLAY_DATA, shown(bundle, id));
  }

  private static Map<String, Object> shown(MimeBundle bundle, String id) {
    Map<String, Object> content = new HashMap<>();
    content.put("data", bundle.data());
    content.put("metadata", Map.of());
    content.put("transient", id.isEmpty() ? Map.of() : Map.of("display_id", id));
    return content;
  }

  @Override
  public void result(MimeBundle bundle) {
    if (!silent) {
      tell(
          MessageType.PUBLISH_EXECUTION_RESULT,
          Map.of("data", bundle.data(), "metadata", Map.of(), "execution_count", count));
    }
  }

  @Override
  public void error(CellFailure failure) {
    tell(MessageType.PUBLISH_ERROR, said(failure));
  }

  static Map<String, Object> said(CellFailure failure) {
    return Map.of(
        "ename", failure.name(), "evalue", failure.message(), "traceback", failure.traceback());
  }

  private void tell(MessageType<?> type, Map<String, Object> content) {
    news.tell(request, type, content);
  }
}
