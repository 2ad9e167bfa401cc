package org.taskaffinity.runtime.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.gradient.BatchProducts;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Captures further mini-batches at the weights of a step: molecules that are not in the step's own
 * batch, nor in one another's. They are drawn without replacement from the training rows, step by
 * step from the stream {@code across/<step>}, so that no other draw of the training changes.
 */
final class CrossBatches {
  private final Learner learner;
  private final BatchMaker maker;
  private final Batch batch;
  private final int[] rows;
  private final int more;
  private final Seeds seeds;

  /**
   * @param batches mini-batches at a capture, the step's own among them; at least 2
   */
  CrossBatches(Learner learner, TrainingSpec training, int batches) {
    this.learner = learner;
    this.maker = training.batchMaker(learner.form());
    this.batch = maker.empty();
    this.rows = training.rows().training();
    this.more = batches - 1;
    this.seeds = training.seeds();
  }

  /**
   * Captures the other batches of a step, before its update.
   *
   * @return products that wait for the step's own capture
   */
  BatchProducts before(Batch own) {
    BatchProducts products = new BatchProducts(learner::products);
    for (int[] drawn : drawn(own)) {
      maker.fill(batch, new BatchOrder.Draft(drawn, own.step(), own.epoch()));
      products.add(learner.capture(batch, CaptureMode.GRADIENTS));
    }
    return products;
  }

  /** Rows of each further batch: as many as the step's own has, or what is left in equal parts. */
  private List<int[]> drawn(Batch own) {
    BitSet taken = new BitSet();
    Arrays.stream(own.rows()).forEach(taken::set);
    int[] free = IntStream.of(rows).filter(row -> !taken.get(row)).toArray();
    seeds.stream("across/" + own.step()).shuffle(free);
    int size = Math.min(own.size(), free.length / more);
    return IntStream.range(0, more)
        .mapToObj(i -> Arrays.copyOfRange(free, i * size, (i + 1) * size))
        .toList();
  }
}
