package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.testing.Golden;

/** Which column of a user's file holds the molecules. */
class SmilesColumnTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Canonical SMILES",
        "PUBCHEM_EXT_DATASOURCE_SMILES",
        "Ligand smiles",
        "SMILES string",
        "RDKit_SMILES",
        "smiles_cleaned",
        "smi",
        "Compound",
        "x",
        "Struktur",
        "ligand",
        "InChI-like"
      })
  void moleculesAreFoundByTheirNameOrTheirCells(String column) {
    Table table = read(column, "");
    assertEquals(Wild.MOLECULES, table.smiles());
    assertTrue(
        table.notes().stream()
                .anyMatch(n -> n.startsWith("molecules are read from column \"" + column))
            || column.matches("Compound|ligand"),
        Wild.notes(table));
  }

  @Test
  void aNameThatMayMeanSomethingElseIsLookedInto() {
    String text = Wild.rows("Canonical,drug,A", i -> ",drug " + i + "," + i % 2);
    assertEquals(Wild.MOLECULES, new Wild(folder).read(text).smiles());
  }

  @Test
  void ofSeveralTheLikeliestIsTakenAndSaid() {
    Table table = new Wild(folder).read(Wild.rows("Smiles,Linker SMILES,A", i -> ",CC," + i % 2));
    assertEquals(Wild.MOLECULES, table.smiles());
    assertTrue(
        Wild.notes(table)
            .contains(
                "molecules are read from column \"Smiles\"; \"Linker SMILES\" could hold them,"
                    + " too"),
        Wild.notes(table));
  }

  @Test
  void namesNumbersAndWordsAreNoMolecules() {
    String text =
        Wild.rows(
            "Canonical,name,code,letter,A",
            i -> ",Aspirin-" + i + ",NSC" + (1000 + i) + "," + "CNO".charAt(i % 3) + "," + i % 2);
    assertEquals(Wild.MOLECULES, new Wild(folder).read(text).smiles());
  }

  @Test
  void refusalsSayWhatToWrite() {
    Wild wild = new Wild(folder);
    Golden.check(
        "data/smiles-column.txt",
        new Messages(folder)
            .add(
                "two by name",
                wild.refused("m.csv", Wild.rows("Payload SMILES,Linker SMILES,A", i -> ",CCO,1")))
            .add(
                "two by their cells",
                wild.refused(
                    "m.csv",
                    Wild.rows("x,y,A", i -> "," + Wild.MOLECULES.get(11 - i) + "," + i % 2)))
            .add("none", wild.refused("m.csv", "name\u00a0x,A\nAspirin,1\nIbuprofen,0\n"))
            .add("no header", wild.refused("m.csv", "CCOC(=O)O,1,0\nCCN,0,1\nCCCCO,0,0\n"))
            .add(
                "a .smi without a header",
                wild.refused("m.smi", "CCOC(=O)O mol0\nCCCN mol1\nCCCCO mol2\n"))
            .toString());
  }

  private Table read(String column, String more) {
    return new Wild(folder).read(Wild.rows(column + ",A", i -> more + "," + i % 2));
  }
}
