package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.columnSplit;
import static org.taskaffinity.dsl.Mtl.regression;
import static org.taskaffinity.dsl.Mtl.task;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.ColumnRole.Role;

/** Which columns of a user's file are tasks where none were named. */
class RolesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUBCHEM_SID",
        "Target_CID",
        "AID",
        "molregno",
        "sample_index",
        "ChEMBL ID",
        "compoundID",
        "CAS",
        "id",
        "idx",
        "Unnamed: 0",
        "weight",
        "w1",
        "sample_weight",
        "fold",
        "cv_fold",
        "Split",
        "Batch",
        "plate",
        "Purity (%)",
        "year",
        "Document Year",
        "IC50_sd",
        "assay date",
        "PUBCHEM_ACTIVITY_SCORE",
        "MW",
        "MolWt",
        "MW (g/mol)",
        "cLogP [calc]",
        "Test_Set",
        "Molecular Weight",
        "logP",
        "cLogP",
        "AlogP",
        "XLogP3",
        "TPSA",
        "HBA",
        "HBD",
        "NumHDonors",
        "H-Bond Acceptors",
        "Rotatable Bonds",
        "# Rotatable Bonds",
        "Number of Rings",
        "RingCount",
        "#RO5 Violations",
        "QED",
        "ESOL predicted log solubility",
        "fr_ester",
        "SlogP_VSA3"
      })
  void aColumnIsLeftOutByItsName(String name) {
    Table table = read(name);
    assertEquals(List.of("toxic"), Wild.tasks(table));
    assertTrue(
        Wild.notes(table).contains("column \"" + name + "\" is no task: "), Wild.notes(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO",
        "NR",
        "hERG",
        "NR-AR",
        "SR-p53",
        "logS",
        "logD",
        "pKa",
        "IC50 (nM)",
        "AR-MW",
        "body weight",
        "candidate",
        "prednisolone",
        "PUBCHEM_ACTIVITY_OUTCOME",
        "Class",
        "No"
      })
  void anAssayIsATaskWhateverItsName(String name) {
    assertEquals(List.of(name, "toxic"), Wild.tasks(read(name)));
  }

  @Test
  void everyColumnsRoleIsSaidOnce() {
    Table table =
        wild()
            .read(
                Wild.rows(
                    "smiles,MW,TPSA,fold,name,NR-AR,logS,empty",
                    i ->
                        ","
                            + (40.5 + i)
                            + ","
                            + i * 1.5
                            + ","
                            + i % 5
                            + ",n"
                            + i
                            + ","
                            + i % 2
                            + ","
                            + i / 7.0
                            + ","));
    assertEquals(
        List.of(
            "tasks: \"NR-AR\" (classification), \"logS\" (regression)",
            "column \"fold\" is no task: bookkeeping, by name",
            "column \"name\" is no task: identifier, by name",
            "column \"empty\" is no task: it is empty",
            "columns \"MW\", \"TPSA\" are no tasks: molecular descriptor, by name",
            "a column that was left out can be named as a task: .tasks(\"fold\", …)"),
        table.notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "InChIKeys              | LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
        "InChIKeys              | InChIKey=LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
        "InChIs                 | InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3",
        "CAS registry numbers   | 64-17-5",
        "CAS registry numbers   | 7732-18-5",
        "CAS registry numbers   | CAS 50-00-0"
      })
  void identifiersAreFoundByTheirCells(String kind, String cell) {
    // The same one again and again, and a cell of another form: registries hold such.
    String text =
        Wild.rows("smiles,p53 hit,A", i -> ",\"" + (i == 5 ? "see note" : cell) + "\"," + i % 2);
    Table table = wild().read(text);
    assertEquals(List.of("A"), Wild.tasks(table));
    expectRole(table, "p53 hit", Role.IDENTIFIER, "identifier, its cells are " + kind);
    String why = "column \"p53 hit\" is no task: identifier, its cells are " + kind;
    assertTrue(table.notes().contains(why), Wild.notes(table));
  }

  @Test
  void aNumberThatFailsItsCheckDigitIsNoRegistryNumber() {
    assertTrue(IdentifierText.cas("64-17-5"));
    assertFalse(IdentifierText.cas("64-17-6"));
    assertFalse(IdentifierText.cas("2024-11-28"));
    Table table = wild().read(Wild.rows("smiles,x,A", i -> ",64-17-6," + i % 2));
    assertEquals(Role.UNUSED, role(table, "x").role());
  }

  @Test
  void codesAndNamesTellRowsApart() {
    Table codes =
        wild()
            .read(Wild.rows("smiles,origin 2,A", i -> ",CHEMBL" + (i / 2 * 31 + i) + "," + i % 2));
    expectRole(
        codes,
        "origin 2",
        Role.IDENTIFIER,
        "identifier, its cells are codes of one form, such as \"CHEMBL0\"");
    Table names =
        wild().read(Wild.rows("smiles,INN,A", i -> ",sub" + "stance".repeat(i + 1) + "," + i % 2));
    expectRole(
        names, "INN", Role.IDENTIFIER, "identifier, its text differs in every row, as names do");
  }

  @Test
  void qualifiedNumbersDatesAndRepeatedWordsAreNoNames() {
    Table qualified = wild().read(Wild.rows("smiles,x,A", i -> ",>" + i + ".5," + i % 2));
    assertEquals(Role.UNUSED, role(qualified, "x").role());
    assertTrue(role(qualified, "x").why().contains("a number with a qualifier"));
    Table dates = wild().read(Wild.rows("smiles,x,A", i -> ",2024-01-" + (10 + i) + "," + i % 2));
    assertEquals(Role.UNUSED, role(dates, "x").role());
    Table words =
        wild().read(Wild.rows("smiles,x,A", i -> ",word" + "x".repeat(i / 2) + "," + i % 2));
    assertEquals(Role.UNUSED, role(words, "x").role());
  }

  @Test
  void everyColumnOfAWideTableHasARoleAndAReason() {
    String header =
        "smiles,part,"
            + IntStream.range(0, 300).mapToObj(i -> "A" + i).collect(Collectors.joining(","))
            + ",MW,flat,key";
    Table table =
        wild()
            .splitBy(columnSplit("part"))
            .read(
                Wild.rows(
                    header,
                    i ->
                        ",train"
                            + ("," + i % 2).repeat(300)
                            + ","
                            + (40.5 + i)
                            + ",1,LFQSCWFLJHTTHZ-UHFFFAOYSA-N"));
    assertEquals(
        List.of(header.split(",")), table.columns().stream().map(ColumnRole::column).toList());
    expectRole(table, "smiles", Role.MOLECULES, "SMILES, by name");
    expectRole(table, "part", Role.SPLIT, "the split, as named");
    expectRole(table, "A299", Role.TASK, "classification");
    expectRole(table, "MW", Role.DESCRIPTOR, "molecular descriptor, by name");
    expectRole(table, "flat", Role.UNUSED, "it has one class only, all 12 labels are 1");
    expectRole(table, "key", Role.IDENTIFIER, "identifier, its cells are InChIKeys");
  }

  @Test
  void namedTasksAndFeaturesHaveRoles() {
    String text =
        Wild.rows("smiles,x,weight,A,B", i -> "," + i + "," + i / 4.0 + ",-" + i % 2 + ",yes");
    Table table = wild().read(text, task("weight"), task("A"));
    expectRole(
        table,
        "weight",
        Role.TASK,
        "regression; bookkeeping, by name; a task because it was named");
    assertTrue(role(table, "A").why().startsWith("classification; 0 is the positive class"));
    expectRole(table, "B", Role.UNUSED, "it is not among the tasks that were asked for");
    Table features = wild().with(data -> data.features("x")).read(text, task("A"));
    expectRole(features, "x", Role.FEATURE, "a feature, as named");
    expectRole(features, "smiles", Role.UNUSED, "it is not among the tasks that were asked for");
  }

  private static void expectRole(Table table, String column, Role role, String why) {
    assertEquals(new ColumnRole(column, role, why), role(table, column));
  }

  private static ColumnRole role(Table table, String column) {
    return table.columns().stream()
        .filter(each -> each.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void numbersThatAreAllDifferentTellRowsApart() {
    Table table =
        wild().read(Wild.rows("smiles,code,A", i -> "," + (7919 * (i + 3)) % 1009 + "," + i % 2));
    assertEquals(List.of("A"), Wild.tasks(table));
    assertTrue(Wild.notes(table).contains("whole numbers, all different"), Wild.notes(table));
    Table rising = wild().read(Wild.rows("smiles,nr,A", i -> "," + (i + 1) + "," + i % 2));
    assertEquals(List.of("A"), Wild.tasks(rising));
  }

  @Test
  void wholeAmountsAreTasks() {
    Table named = wild().read(Wild.rows("smiles,Ki (nM),A", i -> "," + (i * i + 3) + "," + i % 2));
    assertEquals(List.of("Ki (nM)", "A"), Wild.tasks(named));
    Table gaps =
        wild().read(Wild.rows("smiles,B,A", i -> "," + (i == 3 ? "" : i * i) + "," + i % 2));
    assertEquals(List.of("B", "A"), Wild.tasks(gaps));
    Table repeated = wild().read(Wild.rows("smiles,B,A", i -> "," + i * i % 10 + "," + i % 2));
    assertEquals(List.of("B", "A"), Wild.tasks(repeated));
  }

  @Test
  void aDescriptorIsATaskWhereThereIsNoOther() {
    Table table = wild().read(Wild.rows("id,smiles,logP".replace("id,", ""), i -> "," + (i / 3.0)));
    assertEquals(List.of(regression("logP")), table.tasks());
    assertTrue(Wild.notes(table).contains("\"logP\" is a task although named like a descriptor"));
    Table numbered = wild().read(Wild.rows("smiles,target", i -> "," + (100 - 7 * i)));
    assertEquals(List.of(regression("target")), numbered.tasks());
  }

  @Test
  void aNamedColumnIsATaskAndNoted() {
    String text =
        Wild.rows("smiles,MW,weight,A", i -> "," + (40.5 + i) + "," + i / 4.0 + "," + i % 2);
    Table table = wild().read(text, task("MW"), task("weight"));
    assertEquals(List.of(regression("MW"), regression("weight")), table.tasks());
    assertEquals(
        List.of(
            "task \"MW\": molecular descriptor, by name; a task because it was named",
            "task \"weight\": bookkeeping, by name; a task because it was named"),
        table.notes());
  }

  @Test
  void manyColumnsAreNotListedAll() {
    String header =
        "smiles," + IntStream.range(0, 40).mapToObj(i -> "A" + i).collect(Collectors.joining(","));
    Table table = wild().read(Wild.rows(header, i -> ("," + i % 2).repeat(40)));
    assertEquals(40, table.tasks().size());
    assertTrue(
        Wild.notes(table).endsWith("\"A11\", … (40 in all) (classification)"), Wild.notes(table));
  }

  @Test
  void aTableOfPubChemGivesItsReadouts() {
    String head =
        "PUBCHEM_RESULT_TAG,PUBCHEM_SID,PUBCHEM_CID,PUBCHEM_EXT_DATASOURCE_SMILES,"
            + "PUBCHEM_ACTIVITY_OUTCOME,PUBCHEM_ACTIVITY_SCORE,Potency\n"
            + "RESULT_TYPE,,,,,,FLOAT\nRESULT_DESCR,,,,,,a text\nRESULT_UNIT,,,,,,MICROMOLAR\n";
    String rows =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    (i + 1)
                        + ","
                        + (900 + i)
                        + ","
                        + (1000 + 3 * i)
                        + ","
                        + Wild.MOLECULES.get(i)
                        + ","
                        + (i % 3 == 0 ? "Active" : i == 7 ? "Inconclusive" : "Inactive")
                        + ","
                        + i * 8
                        + ","
                        + i * 1.25)
            .collect(Collectors.joining("\n"));
    Table table = wild().read(head + rows);
    assertEquals(12, table.size());
    assertEquals(List.of("PUBCHEM_ACTIVITY_OUTCOME", "Potency"), Wild.tasks(table));
    assertTrue(Double.isNaN(table.labels()[0][7]));
    assertTrue(Wild.notes(table).contains("3 rows of PubChem that describe the columns"));
  }

  private Table read(String name) {
    String field = name.contains(",") ? '"' + name + '"' : name;
    return wild().read(Wild.rows("smiles," + field + ",toxic", i -> "," + i % 2 + "," + i % 3 / 2));
  }

  private Wild wild() {
    return new Wild(folder);
  }
}
