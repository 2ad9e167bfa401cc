package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.random.Seeds;

/** Withholds labels of training rows as a manipulation of overlap asks. */
public final class Withholding {
  private final LabelMask mask;
  private final IntFunction<String> scaffold;
  private final boolean molecular;
  private final Seeds seeds;

  private Withholding(
      LabelMask mask, IntFunction<String> scaffold, boolean molecular, Seeds seeds) {
    this.mask = mask;
    this.scaffold = scaffold;
    this.molecular = molecular;
    this.seeds = seeds;
  }

  /**
   * Chooses the labels that training sees. Labels of other rows are not touched by it.
   *
   * @param training rows of the table, ascending
   * @param seeds the experiment's: labels are drawn from {@code withhold/<task>}, blocks of rows
   *     from {@code withhold}
   * @throws PlanException if the labels there are do not allow it, with what they would allow
   */
  public static LabelSelection apply(Overlap overlap, Table table, int[] training, Seeds seeds) {
    LabelMask mask = LabelMask.of(table, training);
    return apply(overlap, mask, table::scaffold, table.molecular(), seeds);
  }

  static LabelSelection apply(
      Overlap overlap,
      LabelMask mask,
      IntFunction<String> scaffold,
      boolean molecular,
      Seeds seeds) {
    int[] counts = mask.counts();
    for (int task = 0; task < counts.length; task++) {
      if (counts[task] == 0) {
        throw Refusals.noLabels(mask, task);
      }
    }
    return new Withholding(mask, scaffold, molecular, seeds).solved(overlap);
  }

  private LabelSelection solved(Overlap overlap) {
    return overlap.fold(
        new Overlap.Cases<>() {
          @Override
          public LabelSelection natural(Overlap.Natural natural) {
            return new LabelSelection(mask.labels(), natural + ": " + Words.overlap(mask));
          }

          @Override
          public LabelSelection completeCases(Overlap.CompleteCases complete) {
            return Withholding.this.completeCases(complete);
          }

          @Override
          public LabelSelection keepLabels(Overlap.KeepLabels keep) {
            LabelMask kept = drawn(keep, keep.fraction());
            return new LabelSelection(kept.labels(), keep + ": " + Words.overlap(kept));
          }

          @Override
          public LabelSelection targetJaccard(Overlap.TargetJaccard target) {
            return Withholding.this.targetJaccard(target);
          }

          @Override
          public LabelSelection sharedAndDisjoint(Overlap.SharedAndDisjoint blocks) {
            return Withholding.this.sharedAndDisjoint(blocks);
          }

          @Override
          public LabelSelection fixed(Overlap.Fixed fixed) {
            return Withholding.this.fixed(fixed);
          }

          @Override
          public LabelSelection scaffoldDisjoint(Overlap.ScaffoldDisjoint disjoint) {
            return Withholding.this.scaffoldDisjoint(disjoint);
          }
        });
  }

  private LabelSelection completeCases(Overlap overlap) {
    BitSet complete = mask.complete();
    if (complete.isEmpty()) {
      throw Refusals.noCompleteCases(overlap, mask, "");
    }
    BitSet[] kept =
        IntStream.range(0, mask.size())
            .mapToObj(t -> (BitSet) complete.clone())
            .toArray(BitSet[]::new);
    return new LabelSelection(kept, overlap + ": " + Words.complete(mask, complete.cardinality()));
  }

  private LabelSelection targetJaccard(Overlap.TargetJaccard target) {
    KeepProbability solver = new KeepProbability(mask);
    if (!solver.reaches(target.jaccard())) {
      throw Refusals.outOfReach(target, solver);
    }
    double p = solver.solve(target.jaccard());
    LabelMask kept = drawn(target, p);
    return new LabelSelection(
        kept.labels(), target + ": " + Words.probability(p) + Words.overlap(kept));
  }

  /**
   * Keeps the first round(p · n) labels of an order drawn for the task, so that what is kept at one
   * p is kept at every larger one.
   */
  private LabelMask drawn(Overlap overlap, double p) {
    BitSet[] kept = new BitSet[mask.size()];
    for (int task = 0; task < kept.length; task++) {
      int[] rows = mask.labels()[task].stream().toArray();
      seeds.stream("withhold/" + mask.tasks().get(task)).shuffle(rows);
      int count = (int) Math.round(p * rows.length);
      if (count == 0) {
        throw Refusals.nothingKept(overlap, mask, task);
      }
      kept[task] = new BitSet();
      Arrays.stream(rows).limit(count).forEach(kept[task]::set);
    }
    return new LabelMask(mask.tasks(), mask.rows(), kept);
  }

  private LabelSelection sharedAndDisjoint(Overlap.SharedAndDisjoint overlap) {
    Blocks blocks = new Blocks(mask);
    if (overlap.alpha() > 0 && blocks.complete() == 0) {
      throw Refusals.noCompleteCases(
          overlap, mask, ", or " + Remedy.overlap("sharedAndDisjoint(0)") + ", which shares none");
    }
    int m = blocks.largest(overlap.alpha());
    int n = Blocks.shared(overlap.alpha(), m);
    if (m == 0 || overlap.alpha() > 0 && n == 0) {
      throw Refusals.tooFewForBlocks(overlap, mask, m);
    }
    return block(overlap, blocks, n, m);
  }

  private LabelSelection fixed(Overlap.Fixed fixed) {
    Blocks blocks = new Blocks(mask);
    if (!blocks.feasible(fixed.sharedCount(), fixed.labels())) {
      throw FixedRange.refusal(fixed, mask, blocks);
    }
    return block(fixed, blocks, fixed.sharedCount(), fixed.labels());
  }

  private LabelSelection block(Overlap overlap, Blocks blocks, int n, int m) {
    BitSet[] kept = blocks.draw(n, m, seeds.stream("withhold"));
    return new LabelSelection(kept, overlap + ": " + Words.blocks(n, m, "molecules of its own"));
  }

  private LabelSelection scaffoldDisjoint(Overlap.ScaffoldDisjoint overlap) {
    if (!molecular) {
      throw Refusals.noMolecules(overlap);
    }
    if (overlap.alpha() > 0 && mask.complete().isEmpty()) {
      throw Refusals.noCompleteCases(
          overlap, mask, ", or " + Remedy.overlap("scaffoldDisjoint(0)") + ", which shares none");
    }
    ScaffoldBlocks blocks =
        new ScaffoldBlocks(mask, overlap.alpha()).fill(scaffold, seeds.stream("withhold"));
    int m = blocks.attained();
    int n = Blocks.shared(overlap.alpha(), m);
    if (m == 0 || overlap.alpha() > 0 && n == 0) {
      throw Refusals.tooFewScaffolds(overlap, mask, m);
    }
    return new LabelSelection(
        blocks.cut(n, m), overlap + ": " + Words.blocks(n, m, "scaffolds of its own"));
  }
}
