package org.taskaffinity.dsl;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses what cannot be meant, in words that say what to write instead. */
final class Check {
  private Check() {}

  /** What was asked: the option that is being applied, else the verb with its value. */
  private static String asked(String verb, Number value) {
    return AskedOption.applied()
        .map(AskedOption::toString)
        .orElseGet(() -> Remedy.number(verb, value).asked());
  }

  /** What to write: the option that is being applied with this value, else the verb with it. */
  static String example(String verb, Number value) {
    return AskedOption.applied()
        .map(option -> option.with(value.toString()))
        .orElseGet(() -> Remedy.number(verb, value).asked());
  }

  /** The same where the verb takes more than this value. */
  static String example(Number value, String statement) {
    return AskedOption.applied().map(option -> option.with(value.toString())).orElse(statement);
  }

  /** A fraction in (0, 1]. */
  static double fraction(String verb, double value, String advice) {
    if (!(value > 0 && value <= 1)) {
      throw new DescriptionException(
          asked(verb, value) + " is outside (0, 1]. Write a fraction: " + advice + ".");
    }
    return value;
  }

  /** A fraction in [0, 1). */
  static double share(String verb, double value, String advice) {
    if (!(value >= 0 && value < 1)) {
      throw new DescriptionException(
          asked(verb, value) + " is outside [0, 1). Write a fraction: " + advice + ".");
    }
    return value;
  }

  static double positive(String verb, double value, String advice) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new DescriptionException(
          asked(verb, value) + " is not a positive number. " + advice + ".");
    }
    return value;
  }

  static double notNegative(String verb, double value, String advice) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new DescriptionException(asked(verb, value) + " is below zero. " + advice + ".");
    }
    return value;
  }

  static int atLeast(int least, String verb, int value, String advice) {
    if (value < least) {
      throw new DescriptionException(
          asked(verb, value) + " is less than " + least + ". " + advice + ".");
    }
    return value;
  }

  static int between(int least, int most, String verb, int value, String advice) {
    if (value < least || value > most) {
      throw new DescriptionException(
          asked(verb, value) + " is outside " + least + " to " + most + ". " + advice + ".");
    }
    return value;
  }

  static String name(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new DescriptionException(
          "The name of "
              + what
              + " is empty"
              + AskedOption.applied()
                  .map(option -> " in " + option + ". Write one.")
                  .orElse(". Write one in quotes."));
    }
    return value;
  }

  static <T> List<T> notEmpty(String verb, Collection<T> values, String advice) {
    if (values.isEmpty()) {
      throw new DescriptionException(verb + "() names nothing. " + advice + ".");
    }
    return List.copyOf(values);
  }

  static void distinct(String what, Collection<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DescriptionException(
            AskedOption.applied()
                    .map(option -> option + " names the " + what + " \"" + name + "\" twice.")
                    .orElse("The " + what + " \"" + name + "\" is named twice.")
                + " Name each once.");
      }
    }
  }

  static List<Integer> widths(String verb, List<Integer> widths) {
    notEmpty(verb, widths, "Write the width of each layer: " + verb + "(256, 256)");
    for (int width : widths) {
      if (width < 1) {
        throw new DescriptionException(
            verb
                + Say.list(widths)
                + " has a layer "
                + width
                + " wide. Every width is at least 1.");
      }
    }
    return List.copyOf(widths);
  }

  static List<Integer> kernels(List<Integer> sizes) {
    notEmpty("kernels", sizes, "Write the characters each kernel reads: kernels(3, 5, 7)");
    for (int size : sizes) {
      if (size < 1 || size % 2 == 0) {
        throw new DescriptionException(
            "kernels"
                + Say.list(sizes)
                + " has one of "
                + size
                + ", which has no middle. Write odd sizes: kernels(3, 5, 7).");
      }
    }
    return List.copyOf(sizes);
  }

  static int bits(int bits) {
    if (bits < 16 || bits > 2048 || Integer.bitCount(bits) != 1) {
      throw new DescriptionException(
          "bits(" + bits + ") is no power of two from 16 to 2048. Write bits(2048).");
    }
    return bits;
  }

  static void heads(List<Integer> widths, int heads) {
    for (int width : widths.subList(0, widths.size() - 1)) {
      if (width % heads != 0) {
        throw new DescriptionException(
            "heads("
                + heads
                + ") cannot share a width of "
                + width
                + " between them. Write a width that is a multiple, such as "
                + heads * Math.max(1, width / heads)
                + ".");
      }
    }
  }

  /** What every encoder has. */
  static void encoder(double dropout, int projection) {
    share("dropout", dropout, "0.3 drops three units in ten");
    atLeast(0, "projection", projection, "Write projection(256), or projection(0) for none");
  }
}
