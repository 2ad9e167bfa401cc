package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as it lies in the store.
 *
 * @param id its name, 64 hexadecimal digits; the first few do where they are unique
 * @param state how far it came
 * @param name the experiment's; empty where nobody can tell
 * @param description the printed experiment; empty where nobody can tell
 * @param started when, in ISO 8601
 * @param seconds wall time of all its sittings; NaN where nobody can tell
 * @param steps updates made so far
 * @param r Pearson's r(G, E); NaN where it is not finished, or undefined
 * @param folder where its files lie
 * @param problem what is wrong with a damaged one; empty otherwise
 */
public record StoredRun(
    String id,
    State state,
    String name,
    String description,
    String started,
    double seconds,
    long steps,
    double r,
    Path folder,
    String problem) {

  /** How far a run came. */
  public enum State {
    /** It has a result. */
    FINISHED,
    /** It was stopped, or is under way; running the experiment goes on with it. */
    UNFINISHED,
    /** Its files cannot be read, or say that they belong to another run. */
    DAMAGED
  }

  /** The first twelve digits of the id. */
  public String shortId() {
    return id.substring(0, Math.min(12, id.length()));
  }

  /** What was asked; empty where the description is none that is known today. */
  public Optional<Experiment> experiment() {
    try {
      return Optional.of(Experiment.read(description));
    } catch (DescriptionException e) {
      return Optional.empty();
    }
  }

  /** {@code first look, seed 42}; as much of it as is known. */
  public String title() {
    return experiment()
        .map(e -> PlainText.line(e.name()) + ", seed " + e.seed())
        .orElse(name.isEmpty() ? "of unknown name" : PlainText.line(name));
  }

  /** In a line: id, when, how far it came, what it was. */
  @Override
  public String toString() {
    return shortId() + "  " + PlainText.line(started) + "  " + title() + ": " + outcome();
  }

  private String outcome() {
    return switch (state) {
      case FINISHED ->
          String.format(
              Locale.ROOT,
              "%,d steps in %.1f s, r %s",
              steps,
              seconds,
              Double.isNaN(r) ? "undefined" : String.format(Locale.ROOT, "%.3f", r));
      case UNFINISHED -> String.format(Locale.ROOT, "unfinished, after step %,d", steps);
      case DAMAGED -> "damaged, " + PlainText.line(problem);
    };
  }
}
