package org.taskaffinity.runtime.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cell is that holds no number, as far as its form tells: a number with a qualifier ({@code
 * >10}), with a decimal comma, a spread, a unit, a range, a date.
 *
 * @param kind in words
 * @param remedy what to write in its place
 */
record NoNumber(String kind, String remedy) {
  private record Form(Pattern pattern, NoNumber meaning) {}

  private static final String NUMBER = "[-+\u2212]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final String COMMA = "[-+\u2212]?\\d+,\\d+(?:[eE][-+]?\\d+)?";

  private static final List<Form> FORMS =
      List.of(
          form(
              "'?(?:[<>=]=?|[\u2264\u2265~\u2248\uff1c\uff1e]|>>|<<|ca\\.?|approx\\.?|up to)'?\\s*(?:"
                  + NUMBER
                  + "|"
                  + COMMA
                  + ").*",
              "a number with a qualifier",
              "write the number alone if the bound may stand for the value, or leave the cell"
                  + " empty"),
          form(
              "[-+\u2212]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?",
              "a number with a comma, which may part decimals or thousands",
              "write 1234.5, without a separator of thousands"),
          form(
              "[-+\u2212]?\\d{1,3}(?:[\\p{Zs}\u2019']\\d{3})+(?:[.,]\\d*)?",
              "a number with a separator of thousands", "write 1234.5, without it"),
          form(
              NUMBER + "\\s*[x\u00d7*\u00b7]\\s*10\\s*(?:\\^|\\*\\*)?\\s*\\(?[-+\u2212]?\\d+\\)?",
              "a number times a power of ten",
              "write 1.5e-7"),
          form("[-+]?inf(?:inity)?", "infinite", "leave the cell empty"),
          form("'" + NUMBER, "a number behind an apostrophe", "write the number alone"),
          form(
              COMMA,
              "a number with a decimal comma",
              "write a decimal point; or decimal commas throughout, in a file whose fields are"
                  + " separated by semicolons or tabs"),
          form(
              NUMBER + "\\s*(?:\u00b1|\\+/?-)\\s*" + NUMBER + ".*",
              "a number with its spread",
              "write the number alone"),
          form(
              "\\d{4}-\\d\\d?-\\d\\d?.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*",
              "a date", "leave the column out"),
          form(
              NUMBER + "\\s*(?:-|\u2013|to|\\.\\.)\\s*" + NUMBER,
              "a range",
              "write one number, or leave the cell empty"),
          form(
              NUMBER + "\\s*(?:%|[\u00b5\u03bcnpm]?[Mgl]|[A-Za-z]{1,3}(?:/[A-Za-z]{1,3})?)",
              "a number with a unit",
              "write the number alone"));

  private static Form form(String pattern, String kind, String remedy) {
    return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), new NoNumber(kind, remedy));
  }

  /** Empty if the cell's form says nothing. */
  private static Optional<NoNumber> of(String cell) {
    String text = Blank.strip(cell);
    return FORMS.stream()
        .filter(form -> form.pattern().matcher(text).matches())
        .map(Form::meaning)
        .findFirst();
  }

  /** Whether the cell has the form of a number with something else, or of a date. */
  static boolean form(String cell) {
    return of(cell).isPresent();
  }

  /** For a note: {@code line 4 holds ">10", a number with a qualifier (write …)}. */
  static String noted(Grid grid, int row, int column) {
    return grid.places().of(row)
        + " holds "
        + grid.quoted(row, column)
        + of(grid.cell(row, column)).map(n -> ", " + n.kind + " (" + n.remedy + ")").orElse("");
  }

  /** For a refusal: {@code ">10" is a number with a qualifier.} and what to write. */
  static String refused(Grid grid, int row, int column) {
    return grid.quoted(row, column)
        + of(grid.cell(row, column))
            .map(n -> " is " + n.kind + ".\n  " + n.remedy)
            .orElse(
                " is not a finite number.\n  write a number, or leave the cell empty if it was not"
                    + " measured");
  }
}
