package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** SMILES with more behind them than a name. */
class PerceptionTest {
  @Test
  void labelsOfAtomsLeaveTheMoleculeAsItIs() {
    for (String text :
        List.of(
            "CCO |$;;R1_p$|",
            "CCO |$R1;;$|",
            "CCO |$;;R1_p$| ethanol",
            "CCO |$;;R1_p$,c:0|",
            "CCO |w:1.0,$;;x$|",
            "CCO |$_AV:a;b;c$|",
            "CCO\t|$;;OH$|",
            "CCO  |$;;OH$|",
            "CCO ethanol, $5|$",
            "CCO |r|",
            "CCO |$;;$,r|")) {
      Molecules read = Molecules.read(List.of("CCO", text), null, 1);
      assertEquals("", read.problem(1), text);
      assertEquals(read.canonical(0), read.canonical(1), text);
    }
    Molecules open = Molecules.read(List.of("C*", "C* |$;R1$|", "C* |$;_AP1$|"), null, 1);
    assertEquals(open.canonical(0), open.canonical(1));
    assertEquals(open.canonical(0), open.canonical(2));
  }

  @Test
  void otherLayersStay() {
    String chiral = "C[C@H](O)CC |$;a;;;$,&1:1|";
    assertEquals("C[C@H](O)CC |&1:1|", Perception.withoutLabels(chiral));
    assertEquals("CCO |w:1,r|", Perception.withoutLabels("CCO |w:1,r|"));
    assertEquals("CCO", Perception.withoutLabels("CCO"));
    assertEquals("CCO |r| $a$ |b|", Perception.withoutLabels("CCO |r| $a$ |b|"));
  }

  @Test
  void unknownElementsAreStillRefused() {
    Molecules read = Molecules.read(List.of("CC[R1]", "[Xx]", ">>"), null, 1);
    assertEquals("no element is called R1", read.problem(0));
    assertFalse(read.parsed(1));
    assertFalse(read.parsed(2));
  }
}
