package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OuterShellTest {

  /** RDKit 2026.09.1, GetNOuterElecs of 1 … 88. */
  @Test
  void electronsAreThoseOfRdkitsTable() {
    assertEquals(
        "121234567812345678123456789ab2345678123456789ab2345678"
            + "12343456789abcdef456789ab234567812",
        digits(OuterShell::electrons));
  }

  /** RDKit 2026.09.1, GetDefaultValence of 1 … 88, its −1 (any) as 0. */
  @Test
  void usualValencesAreThoseOfRdkitsTable() {
    assertEquals(
        "101234321012343210120000000000343210120000000000323210"
            + "1200000000000000000000000002321012",
        digits(OuterShell::usualValence));
  }

  @Test
  void beyondTheTableNothingIsKnown() {
    assertEquals(0, OuterShell.electrons(118));
    assertEquals(0, OuterShell.usualValence(118));
  }

  private static String digits(IntUnaryOperator table) {
    return IntStream.rangeClosed(1, 88)
        .map(table)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining());
  }
}
