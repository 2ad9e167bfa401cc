package org.taskaffinity.reproductions;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;

/**
 * One condition on one number.
 *
 * @param claim as {@code C2}
 * @param part which of the claim's separate assertions, as {@code a}
 * @param role whether the verdict of the part depends on it
 * @param question what is asked of the number
 * @param lane where the number comes from
 * @param artefact the table or figure that gives the number
 * @param key which number of it
 * @param low lower end of the region; −∞ for none
 * @param high upper end of the region; +∞ for none
 * @param less whether a larger number is less of what is claimed, as a rank or a width is
 * @param over the unit that the interval has to generalise over
 * @param p key of the permutation p-value that is shown next to it; empty for none
 * @param alpha the claim's own bound on that p-value; NaN for none. A p that so few permutations
 *     cannot bring below it makes the rule untestable
 * @param since when the rule was committed, UTC
 * @param first when the first number that it judges was committed, UTC; null where there was none
 */
record Rule(
    String claim,
    String part,
    Role role,
    Question question,
    Lane lane,
    String artefact,
    String key,
    double low,
    double high,
    boolean less,
    Over over,
    String p,
    double alpha,
    LocalDateTime since,
    LocalDateTime first) {

  /** Whether the verdict of the part depends on a rule. */
  enum Role {
    /** The assertion falls if it fails. */
    CORE,
    /** A printed size; counted next to the verdict, never in it. */
    DETAIL
  }

  /** What is asked. */
  enum Question {
    /** Whether the printed number comes out again, by the paper's own protocol. */
    REPRODUCES,
    /** Whether the assertion is true, by the careful protocol. */
    TRUE
  }

  Rule {
    if (!(low <= high)) {
      throw new IllegalArgumentException(claim + part + ", " + key + ": no region.");
    }
  }

  static Rule of(NamedCsvRecord line) {
    return new Rule(
        line.getField("claim"),
        line.getField("part"),
        Role.valueOf(upper(line, "role")),
        Question.valueOf(upper(line, "question")),
        lane(line.getField("lane")),
        line.getField("artefact"),
        line.getField("key"),
        number(line.getField("low"), Double.NEGATIVE_INFINITY),
        number(line.getField("high"), Double.POSITIVE_INFINITY),
        line.getField("larger").equals("less"),
        Over.named(line.getField("over")),
        line.getField("p"),
        number(line.getField("alpha"), Double.NaN),
        LocalDateTime.parse(line.getField("since")),
        line.getField("first").isEmpty() ? null : LocalDateTime.parse(line.getField("first")));
  }

  private static String upper(NamedCsvRecord line, String field) {
    return line.getField(field).toUpperCase(Locale.ROOT);
  }

  private static Lane lane(String word) {
    return Arrays.stream(Lane.values())
        .filter(l -> l.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static double number(String text, double otherwise) {
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  /** Whether the rule is younger than the first number that it judges. */
  boolean postHoc() {
    return first != null && since.isAfter(first);
  }

  /** Whether the region has one point, so that no interval can lie inside it. */
  boolean point() {
    return low == high;
  }

  /** In words: {@code table-1, sider r, as coded: between 0.86 and 1.02, over one run}. */
  String said() {
    String region =
        point()
            ? "exactly " + plain(low)
            : Double.isInfinite(low)
                ? "at most " + plain(high)
                : Double.isInfinite(high)
                    ? "at least " + plain(low)
                    : "between " + plain(low) + " and " + plain(high);
    return artefact + ", " + key + ", " + lane.said() + ": " + region;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
