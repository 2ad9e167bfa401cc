package org.taskaffinity.runtime.train;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Batches prepared ahead on a thread of their own, in a few buffers that go round.
 *
 * <pre>
 *   try (BatchQueue queue = BatchQueue.training(maker, order, 0, 0, epochs)) {
 *     for (Batch batch; (batch = queue.next()) != null; ) {
 *       trainer.step(batch);
 *     }
 *   }
 * </pre>
 *
 * <p>For one consuming thread. What goes wrong in preparation is thrown by {@link #next()}.
 */
public final class BatchQueue implements AutoCloseable {
  private static final int AHEAD = 2;

  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD + 1);
  private final BlockingQueue<Message> ready = new ArrayBlockingQueue<>(AHEAD + 2);
  private final Thread worker;
  private Batch lent;
  private boolean ended;

  /** A batch; or the end, with what caused it if something did. */
  private record Message(Batch batch, Throwable cause) {}

  @FunctionalInterface
  private interface Filler {
    void fill(Batch batch, BatchOrder.Draft draft);
  }

  private BatchQueue(BatchMaker maker, Stream<BatchOrder.Draft> drafts, Filler filler) {
    for (int i = 0; i <= AHEAD; i++) {
      free.add(maker.empty());
    }
    worker = new Thread(() -> work(drafts, filler), "batches");
    worker.setDaemon(true);
    worker.start();
  }

  /**
   * Batches for training.
   *
   * @param fromEpoch the first epoch, from 0
   * @param fromBatch how many batches of that epoch are done already
   * @param untilEpoch the epoch before which to end
   */
  public static BatchQueue training(
      BatchMaker maker, BatchOrder order, int fromEpoch, int fromBatch, int untilEpoch) {
    Stream<BatchOrder.Draft> drafts =
        IntStream.range(fromEpoch, untilEpoch)
            .boxed()
            .flatMap(epoch -> order.epoch(epoch).stream())
            .skip(fromBatch);
    return new BatchQueue(maker, drafts, maker::fill);
  }

  /** The batches of one pass, without labels and masks. */
  public static BatchQueue evaluation(BatchMaker maker, BatchOrder order) {
    return new BatchQueue(maker, order.epoch(0).stream(), maker::fillForEvaluation);
  }

  private void work(Stream<BatchOrder.Draft> drafts, Filler filler) {
    try {
      var left = drafts.iterator();
      while (left.hasNext()) {
        Batch batch = free.take();
        filler.fill(batch, left.next());
        ready.put(new Message(batch, null));
      }
      ready.put(new Message(null, null));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error failure) {
      ready.add(new Message(null, failure));
    }
  }

  /**
   * The next batch, or null after the last. Takes back the one handed out before: its tensors must
   * be closed by now.
   *
   * @throws IllegalStateException with the cause, if preparing a batch failed
   */
  public Batch next() {
    if (lent != null) {
      free.add(lent);
      lent = null;
    }
    if (ended) {
      return null;
    }
    Message message = take();
    lent = message.batch;
    ended = lent == null;
    if (message.cause != null) {
      throw new IllegalStateException("A batch could not be prepared.", message.cause);
    }
    return lent;
  }

  /**
   * Waits through interrupts: a batch is never long in coming, and a step is not to be cut in two.
   */
  private Message take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ready.take();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the preparation and waits until its thread is gone. */
  @Override
  public void close() {
    worker.interrupt();
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
