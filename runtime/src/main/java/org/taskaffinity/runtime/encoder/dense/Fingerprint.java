package org.taskaffinity.runtime.encoder.dense;

import java.util.stream.IntStream;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.encoder.TableInputs;

/**
 * Dense layers over ECFP4 bits.
 *
 * @param bits length of the folded fingerprint
 */
public record Fingerprint(int bits) implements DenseKind {
  @Override
  public String verb() {
    return "ecfpMlp";
  }

  @Override
  public TableInputs inputs(Table table, int[] training) {
    Molecules molecules = TableInputs.molecules(verb(), "molecules", table);
    int[][] on =
        IntStream.range(0, table.size())
            .mapToObj(r -> molecules.ecfp4(table.molecule(r), bits))
            .toArray(int[][]::new);
    return new TableInputs(new Inputs.Rows(RowSource.bits(on, bits)), 1);
  }
}
