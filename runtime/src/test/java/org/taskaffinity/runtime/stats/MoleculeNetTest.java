package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Real labels. Values from pandas 3.1.1 on the same files: read_csv, then DataFrame.corr with
 * min_periods 50 for Tox21 and 3 for SIDER; overlaps by NumPy from notna().
 */
@EnabledIfEnvironmentVariable(named = "AFFINITY_DATA", matches = ".+")
class MoleculeNetTest {
  private static final double PRECISION = 1e-9;
  private static final Set<String> NOT_TASKS = Set.of("mol_id", "smiles");

  private record Table(List<String> tasks, double[][] labels, BitSet[] measured) {

    static Table read(String path) throws IOException {
      Path file = Path.of(System.getenv("AFFINITY_DATA")).resolve(path);
      List<NamedCsvRecord> rows = new ArrayList<>();
      try (var reader =
          CsvReader.builder()
              .ofNamedCsvRecord(
                  new InputStreamReader(
                      new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        reader.forEach(rows::add);
      }
      List<String> tasks =
          rows.get(0).getHeader().stream().filter(name -> !NOT_TASKS.contains(name)).toList();
      Table table =
          new Table(tasks, new double[tasks.size()][rows.size()], new BitSet[tasks.size()]);
      for (int t = 0; t < tasks.size(); t++) {
        table.measured[t] = new BitSet();
        for (int r = 0; r < rows.size(); r++) {
          String label = rows.get(r).getField(tasks.get(t));
          table.measured[t].set(r, !label.isEmpty());
          table.labels[t][r] = label.isEmpty() ? Double.NaN : Double.parseDouble(label);
        }
      }
      return table;
    }
  }

  private static void check(LabelCorrelation e, int i, int j, double correlation, int shared) {
    assertEquals(correlation, e.correlation()[i][j], PRECISION);
    assertEquals(shared, e.shared()[i][j]);
  }

  @Test
  void tox21CorrelatesAsInPandas() throws IOException {
    Table tox21 = Table.read("tox21/tox21.csv.gz");
    assertEquals("NR-AR-LBD", tox21.tasks().get(1));
    LabelCorrelation e = LabelCorrelation.of(tox21.labels(), tox21.measured(), 50);
    check(e, 0, 1, 0.5674079862003754, 6687);
    check(e, 4, 5, 0.541271739947588, 5988);
    check(e, 2, 9, 0.11717758698065288, 5428);
    check(e, 3, 11, 0.25130146438755707, 5571);
    PairSummary pairs = PairSummary.of(e.correlation());
    assertEquals(66, pairs.pairs());
    assertEquals(0.2003578460024765, pairs.mean(), PRECISION);
    assertEquals(-0.021158785520533168, pairs.min(), PRECISION);
  }

  @Test
  void tox21OverlapsAsInNumPy() throws IOException {
    PairSummary jaccard =
        PairSummary.of(LabelOverlap.of(Table.read("tox21/tox21.csv.gz").measured()).jaccard());
    assertEquals(0.7925008713071012, jaccard.mean(), PRECISION);
    assertEquals(0.7883873616391865, jaccard.median(), PRECISION);
    assertEquals(0.6931689711652802, jaccard.quantile(.1), PRECISION);
  }

  @Test
  void siderCorrelatesAsInPandas() throws IOException {
    Table sider = Table.read("sider/sider.csv.gz");
    LabelCorrelation e = LabelCorrelation.of(sider.labels(), sider.measured(), 3);
    check(e, 0, 1, 0.3923122697909253, 1427);
    check(e, 4, 5, 0.43629901730468107, 1427);
    check(e, 2, 9, 0.06589874289550161, 1427);
    PairSummary pairs = PairSummary.of(e.correlation());
    assertEquals(351, pairs.pairs());
    assertEquals(0.253936325167242, pairs.mean(), PRECISION);
    assertEquals(0.5526225850517322, pairs.max(), PRECISION);
  }
}
