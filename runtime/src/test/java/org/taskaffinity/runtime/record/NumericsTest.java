package org.taskaffinity.runtime.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.openscience.cdk.CDK;
import org.taskaffinity.runtime.chem.Molecules;

class NumericsTest {

  /** Chemistry decides numbers: when it moves, look, raise the numerics, and write both here. */
  @Test
  void theVersionOfTheNumericsCoversThatOfTheChemistry() {
    assertEquals(
        "numerics 2, chemistry 1, CDK 2.12",
        "numerics "
            + Numerics.VERSION
            + ", chemistry "
            + Molecules.VERSION
            + ", CDK "
            + CDK.getVersion());
  }
}
