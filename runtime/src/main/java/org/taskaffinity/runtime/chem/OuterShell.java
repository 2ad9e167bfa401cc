package org.taskaffinity.runtime.chem;

import org.openscience.cdk.interfaces.IAtom;

/** An element's outer electrons, and how many bonds it usually makes, up to radium. */
final class OuterShell {
  /**
   * Electrons outside the noble gas and the filled d and f shells, one base-16 digit per atomic
   * number; praseodymium starts again at 3, as in RDKit's table.
   */
  private static final String ELECTRONS =
      "0" // the wildcard
          + "12"
          + "12345678"
          + "12345678"
          + "123456789ab2345678"
          + "123456789ab2345678"
          + "1234"
          + "3456789abcdef"
          + "456789ab2345678"
          + "12";

  /** Bonds of the neutral atom, one digit per atomic number; 0 where none is usual. */
  private static final String VALENCES =
      "0" // the wildcard
          + "10"
          + "12343210"
          + "12343210"
          + "120000000000343210"
          + "120000000000323210"
          + "1200000000000000000000000" // caesium to gold
          + "0023210"
          + "12";

  private OuterShell() {}

  /**
   * @param number atomic number; 0 beyond radium
   */
  static int electrons(int number) {
    return digit(ELECTRONS, number);
  }

  /** Bonds of the neutral atom; 0 where none is usual, as for transition metals. */
  static int usualValence(int number) {
    return digit(VALENCES, number);
  }

  /**
   * Electrons without a partner: those the octet (for hydrogen the pair) lacks, but no more than
   * the atom has left. None on a metal that is bound.
   *
   * @param valence sum of bond orders, hydrogens included
   */
  static int unpaired(IAtom atom, int valence) {
    int number = atom.getAtomicNumber();
    int left = electrons(number) - valence - atom.getFormalCharge();
    if (usualValence(number) == 0) {
      return atom.getBondCount() > 0 || left < 0 ? 0 : left % 2;
    }
    int full = number <= 2 ? 2 : 8;
    int lacking = full - electrons(number) - valence + atom.getFormalCharge();
    return Math.max(0, Math.min(lacking, left));
  }

  private static int digit(String table, int number) {
    return number < table.length() ? Character.digit(table.charAt(number), 16) : 0;
  }
}
