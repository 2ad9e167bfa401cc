package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.SweepPlan;

/** Plans of what options describe. */
final class Plans {
  private Plans() {}

  /** Prints the plan of an experiment, or of one for each seed with what they come to together. */
  static void print(Verb verb, Runner runner, Experiment experiment, long[] seeds) {
    if (seeds.length < 2) {
      print(verb, List.of(runner.plan(experiment)), Optional.empty());
    } else {
      print(verb, runner, experiment.seeds(seeds));
    }
  }

  /** Prints the plan of each experiment of a sweep, and what they come to together. */
  static void print(Verb verb, Runner runner, Sweep experiments) {
    SweepPlan sweep = runner.plan(experiments);
    print(verb, sweep.each(), Optional.of(sweep));
  }

  private static void print(Verb verb, List<Plan> plans, Optional<SweepPlan> together) {
    if (verb.options.json()) {
      ObjectNode out = document(plans);
      together.ifPresent(sweep -> out.set("sweep", Json.sweepPlan(sweep)));
      verb.print(Json.text(out));
    } else {
      plans.forEach(plan -> verb.print(plan.explain() + "\n"));
      together.ifPresent(sweep -> verb.print(sweep.explain() + "\n"));
    }
  }

  static ObjectNode document(List<Plan> plans) {
    ObjectNode out = Json.object();
    out.set("plans", Json.array(plans, Json::plan));
    return out;
  }
}
