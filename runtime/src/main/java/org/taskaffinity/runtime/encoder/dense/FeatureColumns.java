package org.taskaffinity.runtime.encoder.dense;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.data.Standardisation;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.encoder.TableInputs;

/** Dense layers over numeric feature columns, standardised by the training rows. */
public record FeatureColumns() implements DenseKind {
  @Override
  public String verb() {
    return "mlp";
  }

  @Override
  public TableInputs inputs(Table table, int[] training) {
    int columns = table.featureNames().size();
    if (columns == 0) {
      throw noColumns(table);
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
    return new TableInputs(new Inputs.Rows(RowSource.dense(features)), 1);
  }

  private static PlanException noColumns(Table table) {
    return new PlanException(
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
}
