package org.taskaffinity.scripts;

import java.util.Arrays;
import java.util.Locale;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;

/** Values of options that are checked by hand, so that the message can say what to write. */
final class Choice {
  private Choice() {}

  /** One of an enum's constants, written in lower case with hyphens. */
  static <E extends Enum<E>> E of(Class<E> type, String option, String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> word(each).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new DescriptionException(
                    Nearest.unknown(
                        "choice",
                        word,
                        option,
                        Arrays.stream(type.getEnumConstants()).map(Choice::word).toList())));
  }

  static int atLeast(int least, String option, int value) {
    if (value < least) {
      throw new DescriptionException(option + " " + value + " is less than " + least + ".");
    }
    return value;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
