package org.taskaffinity.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Runner;

/** Plans of what options describe. */
final class Plans {
  private Plans() {}

  static List<Plan> of(Runner runner, Experiment experiment, long[] seeds) {
    List<Experiment> all =
        seeds.length < 2 ? List.of(experiment) : experiment.seeds(seeds).experiments();
    return all.stream().map(runner::plan).toList();
  }

  static void print(Verb verb, List<Plan> plans) {
    if (verb.options.json()) {
      verb.print(Json.text(document(plans)));
    } else {
      plans.forEach(plan -> verb.print(plan.explain() + "\n"));
    }
  }

  static ObjectNode document(List<Plan> plans) {
    ObjectNode out = Json.object();
    out.set("plans", Json.array(plans, Json::plan));
    return out;
  }
}
