package org.taskaffinity.runtime.encoder;

import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.chem.Graphs;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.Table;

/**
 * What an encoder reads of a table.
 *
 * @param inputs by row of the table
 * @param atoms of a training row, or characters, on average; 1 where rows are neither
 */
public record TableInputs(Inputs inputs, double atoms) {

  /**
   * The molecules of a table as graphs.
   *
   * @param verb of the encoder
   * @param training rows that train
   * @throws PlanException if the table holds no molecules
   */
  public static TableInputs graphs(String verb, Table table, int[] training) {
    Molecules molecules = molecules(verb, "molecular graphs", table);
    Graphs graphs = molecules.graphs();
    double atoms =
        IntStream.of(training).map(r -> graphs.atoms(table.molecule(r))).average().orElse(1);
    return new TableInputs(new Inputs.Graphs(new TableGraphs(table, molecules, graphs)), atoms);
  }

  /**
   * The molecules of a table.
   *
   * @param verb of the encoder
   * @param needs what it needs of them
   * @throws PlanException if the table holds no molecules
   */
  public static Molecules molecules(String verb, String needs, Table table) {
    return table
        .source()
        .orElseThrow(
            () ->
                new PlanException(
                    verb
                        + "(…) needs "
                        + needs
                        + "; dataset \""
                        + table.name()
                        + "\" holds feature columns.\n  write: "
                        + Remedy.encoder("mlp(512, 256)")));
  }
}
