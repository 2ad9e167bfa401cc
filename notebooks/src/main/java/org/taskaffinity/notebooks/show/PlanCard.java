package org.taskaffinity.notebooks.show;

import org.taskaffinity.dsl.Plan;

/** A plan reads well as the page that it is. */
final class PlanCard {
  private PlanCard() {}

  static String of(Plan plan) {
    return "<pre style=\"margin:.3em 0;white-space:pre-wrap\">"
        + Html.escaped(plan.explain())
        + "</pre>";
  }
}
