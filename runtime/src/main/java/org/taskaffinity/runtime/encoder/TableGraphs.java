package org.taskaffinity.runtime.encoder;

import org.taskaffinity.runtime.chem.BondFeatures;
import org.taskaffinity.runtime.chem.Graphs;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.Table;

/** The graphs of a table's rows. */
record TableGraphs(Table table, Molecules molecules, Graphs graphs) implements GraphSource {
  @Override
  public int featureCount() {
    return Graphs.FEATURES;
  }

  @Override
  public int atoms(int row) {
    return graphs.atoms(table.molecule(row));
  }

  @Override
  public int bonds(int row) {
    return graphs.bonds(table.molecule(row));
  }

  @Override
  public int bondFrom(int row, int bond) {
    return graphs.bondFrom(table.molecule(row), bond);
  }

  @Override
  public int bondTo(int row, int bond) {
    return graphs.bondTo(table.molecule(row), bond);
  }

  @Override
  public void features(int row, float[] out, int offset) {
    graphs.features(table.molecule(row), out, offset);
  }

  @Override
  public int bondFeatureCount() {
    return BondFeatures.COUNT;
  }

  @Override
  public void bondFeatures(int row, float[] out, int offset) {
    molecules.bondFeatures().features(table.molecule(row), out, offset);
  }
}
