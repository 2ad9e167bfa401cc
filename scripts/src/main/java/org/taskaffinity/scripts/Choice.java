package org.taskaffinity.scripts;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Front;
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

  /**
   * What a verb makes of a value and the option that gives it; as it is where the option is left
   * out. A refusal names the option.
   *
   * @param value null where the option is left out
   */
  static <T, A> T set(T at, String option, A value, BiFunction<T, A, T> verb) {
    return value == null ? at : Front.option(option, value, () -> verb.apply(at, value));
  }

  /** Values of which none is written twice. */
  static void distinct(String option, long... values) {
    long different = Arrays.stream(values).distinct().count();
    if (different < values.length) {
      throw new DescriptionException(
          option
              + " "
              + Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","))
              + " names a value twice. Name each once.");
    }
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
