package org.taskaffinity.notebooks.show;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * How a notebook shows a value: as HTML, where there is something to see as SVG too, and always as
 * plain text. Nothing that is shown fetches anything.
 */
public final class Rendering {
  /** Characters of plain text that are shown. */
  static final int LONGEST = 100_000;

  private static final int MOST = 30;

  private final Drawings drawings = new Drawings();

  public MimeBundle of(Object value) {
    if (value instanceof MimeBundle bundle) {
      return bundle;
    }
    MimeBundle text = MimeBundle.text(text(value));
    MimeBundle rich = html(value).map(html -> text.with(MimeBundle.HTML, html)).orElse(text);
    return picture(value)
        .map(figure -> rich.with(MimeBundle.SVG, drawings.svg(figure)))
        .orElse(rich);
  }

  /**
   * What has to be shown before the value that was asked for last: plotly.js, once in a notebook
   * and only where there is a figure to explore.
   */
  public Optional<MimeBundle> preamble() {
    return drawings.script().map(script -> MimeBundle.text("").with(MimeBundle.HTML, script));
  }

  private static String text(Object value) {
    String whole;
    if (value instanceof Figure figure) {
      whole = figure.title();
    } else if (value != null && value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      whole = nested.substring(1, nested.length() - 1);
    } else {
      whole = String.valueOf(value);
    }
    return whole.length() <= LONGEST
        ? whole
        : whole.substring(0, LONGEST)
            + "\n[Cut here: of "
            + whole.length()
            + " characters the first "
            + LONGEST
            + " are shown.]";
  }

  /** What is drawn of a value, if it is a picture above all. */
  private static Optional<Figure> picture(Object value) {
    if (value instanceof Figure figure) {
      return Optional.of(figure);
    }
    if (value instanceof TaskMatrix matrix) {
      return Optional.of(Matrices.figure(matrix));
    }
    return value instanceof Result result
        ? Optional.of(Figures.affinityMap(result))
        : Optional.empty();
  }

  private Optional<String> html(Object value) {
    Optional<String> content = content(value);
    return content.map(Html::block);
  }

  private Optional<String> content(Object value) {
    if (value instanceof Figure figure) {
      return Optional.of(drawings.html(figure));
    }
    if (value instanceof TaskMatrix matrix) {
      return Optional.of(drawings.html(Matrices.figure(matrix)));
    }
    if (value instanceof Result result) {
      return Optional.of(ResultCard.of(result, drawings));
    }
    if (value instanceof Results results) {
      return Optional.of(ResultsCard.of(results, drawings));
    }
    if (value instanceof Pooled pooled) {
      return Optional.of(ResultsCard.of(pooled, drawings));
    }
    if (value instanceof Relation relation) {
      return Optional.of(Relations.table(relation));
    }
    if (value instanceof TaskGroups groups) {
      return Optional.of(GroupsCard.of(groups));
    }
    if (value instanceof Audit audit) {
      return Optional.of(AuditCard.of(audit, drawings));
    }
    if (value instanceof FirstRows rows) {
      return Optional.of(FirstRowsCard.of(rows));
    }
    if (value instanceof Plan plan) {
      return Optional.of(PlanCard.of(plan));
    }
    if (value instanceof Path path) {
      return Links.to(path, path.toString()).map(Html::quiet);
    }
    return value instanceof Collection<?> many ? several(List.copyOf(many)) : Optional.empty();
  }

  /** A table of records, or richer values one below the other. */
  private Optional<String> several(List<?> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<String>> each = values.stream().limit(MOST).map(this::content).toList();
    if (each.stream().allMatch(Optional::isPresent)) {
      return Optional.of(
          each.stream().map(Optional::get).collect(Collectors.joining()) + rest(values));
    }
    return RecordTable.of(values);
  }

  private static String rest(List<?> values) {
    return values.size() <= MOST ? "" : Html.quiet("… and " + (values.size() - MOST) + " more");
  }
}
