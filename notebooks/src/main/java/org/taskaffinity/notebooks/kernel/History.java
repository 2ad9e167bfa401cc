package org.taskaffinity.notebooks.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** What was executed in this session. Earlier sessions are the notebook's business. */
final class History {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int count, String code) {}

  void add(int count, String code) {
    entries.add(new Entry(count, code));
  }

  /** Triples of session, cell and code. */
  List<List<Object>> answer(HistoryRequest request) {
    boolean output = request.includeOutput();
    return chosen(request).map(e -> entry(e, output)).toList();
  }

  private Stream<Entry> chosen(HistoryRequest request) {
    if (request instanceof HistoryRequest.Range range) {
      return range.getSessionIndex() == 0
          ? entries.stream()
              .filter(e -> e.count() >= range.getStart())
              .filter(e -> range.getStop() <= 0 || e.count() < range.getStop())
          : Stream.empty();
    }
    if (request instanceof HistoryRequest.Search search) {
      Pattern pattern = glob(search.getPattern());
      List<Entry> found =
          entries.stream().filter(e -> pattern.matcher(e.code()).matches()).toList();
      return last(found, search.getMaxReturnLength());
    }
    return request instanceof HistoryRequest.Tail tail
        ? last(entries, tail.getMaxReturnLength())
        : Stream.empty();
  }

  private static Stream<Entry> last(List<Entry> from, int most) {
    return from.stream().skip(most <= 0 ? 0 : Math.max(0, from.size() - most));
  }

  private static List<Object> entry(Entry entry, boolean output) {
    Object code = output ? List.of(entry.code(), "") : entry.code();
    return List.of(0, entry.count(), code);
  }

  /** {@code *} stands for anything, {@code ?} for one character. */
  private static Pattern glob(String pattern) {
    StringBuilder out = new StringBuilder();
    for (char c : (pattern == null ? "*" : pattern).toCharArray()) {
      out.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(out.toString(), Pattern.DOTALL);
  }
}
