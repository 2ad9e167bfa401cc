package org.taskaffinity.notebooks.show;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Learnt;
import org.taskaffinity.dsl.Reading;

/** Records of one kind as a table: tasks, pairs, epochs, data sets. */
final class RecordTable {
  private static final int MOST = 100;
  private static final int LONGEST = 80;

  private RecordTable() {}

  /** Empty if the values are not all records of one public kind. */
  static Optional<String> of(List<?> values) {
    Class<?> kind = values.get(0) == null ? Object.class : values.get(0).getClass();
    boolean alike = values.stream().allMatch(v -> v != null && v.getClass() == kind);
    if (!kind.isRecord() || !alike || !kind.getName().startsWith("org.taskaffinity.dsl.")) {
      return Optional.empty();
    }
    List<RecordComponent> columns = Arrays.asList(kind.getRecordComponents());
    List<List<String>> rows = new ArrayList<>();
    for (Object value : values.subList(0, Math.min(MOST, values.size()))) {
      rows.add(columns.stream().map(column -> cell(column, value)).toList());
    }
    String rest =
        values.size() <= MOST ? "" : Html.quiet("… and " + (values.size() - MOST) + " more");
    return Optional.of(
        Html.table(columns.stream().map(RecordComponent::getName).toList(), rows) + rest);
  }

  private static String cell(RecordComponent column, Object record) {
    try {
      return words(column.getAccessor().invoke(record));
    } catch (IllegalAccessException | InvocationTargetException e) {
      return "";
    }
  }

  private static String words(Object value) {
    if (value instanceof Double number) {
      return Numbers.three(number);
    }
    if (value instanceof Reading reading) {
      return reading.words();
    }
    if (value instanceof Learnt learnt) {
      return learnt.words();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordTable::words).orElse("");
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Double) {
      return String.join(" ", list.stream().map(RecordTable::words).toList());
    }
    String text = String.valueOf(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
