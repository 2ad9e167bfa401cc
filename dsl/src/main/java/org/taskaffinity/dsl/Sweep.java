package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Experiments that differ in some of their parts: every combination of the axes, the last axis
 * moving fastest.
 *
 * @param base what they have in common
 * @param axes for each axis the parts it runs through, all of one kind, at least one
 */
public record Sweep(Experiment base, List<List<Part>> axes) {
  public Sweep {
    axes = axes.stream().map(List::copyOf).toList();
  }

  /** One more axis. */
  public Sweep over(Part... parts) {
    List<Part> axis =
        Check.notEmpty("over", Arrays.asList(parts), "Write over(natural(), keepLabels(0.5))");
    Set<Object> kinds = axis.stream().map(Sweep::kind).collect(Collectors.toSet());
    if (kinds.size() > 1) {
      throw new DescriptionException(
          "over"
              + Say.list(axis)
              + " mixes parts of different kinds on one axis. Write one over(…) for each kind;"
              + " their combinations are run.");
    }
    Check.distinct("part of over(…)", axis.stream().map(Part::toString).toList());
    List<List<Part>> more = new ArrayList<>(axes);
    more.add(axis);
    return new Sweep(base, more);
  }

  /** One more axis: a seed each. */
  public Sweep seeds(long... seeds) {
    return over(Arrays.stream(seeds).mapToObj(Seed::new).toArray(Part[]::new));
  }

  /** Every combination, the last axis moving fastest. */
  public List<Experiment> experiments() {
    List<Experiment> made = List.of(base);
    for (List<Part> axis : axes) {
      made = made.stream().flatMap(e -> axis.stream().map(e::with)).toList();
    }
    return made;
  }

  private static Object kind(Part part) {
    if (part instanceof Overlap) {
      return Overlap.class;
    }
    if (part instanceof Control) {
      return Control.class;
    }
    if (part instanceof Encoder) {
      return Encoder.class;
    }
    return part instanceof Split ? Split.class : part.getClass();
  }

  /** The statement that builds this sweep. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(base.toString());
    for (List<Part> axis : axes) {
      out.append("\n    .over").append(Say.list(axis));
    }
    return out.toString();
  }
}
