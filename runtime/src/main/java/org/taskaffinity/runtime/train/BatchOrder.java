package org.taskaffinity.runtime.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Which rows each batch holds.
 *
 * @param rows the rows to go through, by number
 * @param batchSize B; an epoch's last batch may hold fewer
 * @param coupled whether a batch of one row must not be: a last one then joins the batch before it
 * @param stream name of the streams the order is drawn from, "shuffle" for training: epoch e from
 *     "shuffle/epoch/e"; empty for the order given
 * @param seeds the experiment's streams
 */
public record BatchOrder(int[] rows, int batchSize, boolean coupled, String stream, Seeds seeds) {

  /**
   * What one batch shall hold.
   *
   * @param rows row numbers
   * @param step counted over all epochs, from 0
   * @param epoch from 0
   */
  public record Draft(int[] rows, long step, int epoch) {}

  public BatchOrder {
    rows = rows.clone();
    if (rows.length == 0 || batchSize < 1) {
      throw new IllegalArgumentException(
          "No batch can be made of " + rows.length + " rows, " + batchSize + " at a time.");
    }
    if (coupled && (rows.length == 1 || batchSize == 1)) {
      throw new IllegalArgumentException(
          "Batch norm has nothing to compare in a batch of one row. Give at least 2 rows and"
              + " batches of 2, or use layer norm.");
    }
  }

  /** For training: a new order every epoch. */
  public static BatchOrder shuffled(int[] rows, int batchSize, boolean coupled, Seeds seeds) {
    return new BatchOrder(rows, batchSize, coupled, "shuffle", seeds);
  }

  /** For evaluation: the order given, once. */
  public static BatchOrder asGiven(int[] rows, int batchSize) {
    return new BatchOrder(rows, batchSize, false, "", new Seeds(0));
  }

  /** Steps of one epoch. */
  public int batches() {
    int last = rows.length % batchSize;
    boolean extra = last > 0 && !(coupled && last == 1 && rows.length > batchSize);
    return rows.length / batchSize + (extra ? 1 : 0);
  }

  /** The batches of one epoch. */
  public List<Draft> epoch(int epoch) {
    int[] order = rows.clone();
    if (!stream.isEmpty()) {
      seeds.stream(stream + "/epoch/" + epoch).shuffle(order);
    }
    List<Draft> drafts = new ArrayList<>();
    int batches = batches();
    for (int i = 0; i < batches; i++) {
      int end = i == batches - 1 ? order.length : (i + 1) * batchSize;
      int[] own = Arrays.copyOfRange(order, i * batchSize, end);
      drafts.add(new Draft(own, (long) epoch * batches + i, epoch));
    }
    return drafts;
  }
}
