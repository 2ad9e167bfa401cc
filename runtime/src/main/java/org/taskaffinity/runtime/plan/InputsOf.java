package org.taskaffinity.runtime.plan;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.chem.Graphs;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.train.Characters;
import org.taskaffinity.runtime.train.GraphSource;
import org.taskaffinity.runtime.train.Inputs;
import org.taskaffinity.runtime.train.RowSource;

/** What each kind of encoder reads of a table. */
final class InputsOf implements Encoder.Cases<InputsOf.Found> {

  /**
   * @param inputs by row of the table
   * @param atoms of a training row, or characters, on average; 1 where rows are neither
   */
  record Found(Inputs inputs, double atoms) {}

  private final Table table;
  private final int[] training;

  private InputsOf(Table table, int[] training) {
    this.table = table;
    this.training = training;
  }

  static Found encoder(Encoder encoder, Table table, int[] training) {
    return encoder.fold(new InputsOf(table, training));
  }

  @Override
  public Found gcn(Encoder.Gcn encoder) {
    return graphs("gcn(…)");
  }

  @Override
  public Found gat(Encoder.Gat encoder) {
    return graphs("gat(…)");
  }

  @Override
  public Found gin(Encoder.Gin encoder) {
    return graphs("gin(…)");
  }

  @Override
  public Found cnn(Encoder.Cnn encoder) {
    molecules("cnn(…)", "SMILES");
    double characters =
        IntStream.of(training).map(r -> table.smiles().get(r).length()).average().orElse(1);
    return new Found(new Inputs.Texts(new Characters(table.smiles())), characters);
  }

  private Found graphs(String encoder) {
    Graphs graphs = molecules(encoder, "molecular graphs").graphs();
    double atoms =
        IntStream.of(training).map(r -> graphs.atoms(table.molecule(r))).average().orElse(1);
    return new Found(new Inputs.Graphs(new TableGraphs(table, graphs)), atoms);
  }

  @Override
  public Found ecfpMlp(Encoder.EcfpMlp encoder) {
    Molecules molecules = molecules("ecfpMlp(…)", "molecules");
    int[][] on =
        IntStream.range(0, table.size())
            .mapToObj(r -> molecules.ecfp4(table.molecule(r), encoder.bits()))
            .toArray(int[][]::new);
    return new Found(new Inputs.Rows(RowSource.bits(on, encoder.bits())), 1);
  }

  @Override
  public Found mlp(Encoder.Mlp encoder) {
    int columns = table.featureNames().size();
    if (columns == 0) {
      throw new PlanException(
          "mlp(…) reads feature columns, and dataset \""
              + table.name()
              + "\" holds molecules.\n  write: "
              + Remedy.encoder("ecfpMlp(512, 256)")
              + " or "
              + Remedy.encoder("gcn(256, 256, 256)")
              + "\n     or: "
              + Remedy.features()
              + " on a file with numeric columns");
    }
    Standardisation standard = Standardisation.none(columns);
    BitSet rows = new BitSet();
    IntStream.of(training).forEach(rows::set);
    for (int c = 0; c < columns; c++) {
      int column = c;
      double[] values =
          IntStream.range(0, table.size()).mapToDouble(r -> table.features()[r][column]).toArray();
      standard.fit(c, values, rows);
    }
    float[][] features = new float[table.size()][columns];
    for (int r = 0; r < features.length; r++) {
      for (int c = 0; c < columns; c++) {
        features[r][c] = standard.apply(c, table.features()[r][c]);
      }
    }
    return new Found(new Inputs.Rows(RowSource.dense(features)), 1);
  }

  private Molecules molecules(String encoder, String needs) {
    return table
        .source()
        .orElseThrow(
            () ->
                new PlanException(
                    encoder
                        + " needs "
                        + needs
                        + "; dataset \""
                        + table.name()
                        + "\" holds feature columns.\n  write: "
                        + Remedy.encoder("mlp(512, 256)")));
  }

  /** The graphs of a table's rows. */
  private record TableGraphs(Table table, Graphs graphs) implements GraphSource {
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
  }
}
