package org.taskaffinity.reproductions;

import java.util.Map;
import java.util.function.Supplier;
import org.taskaffinity.scripts.Commands;
import org.taskaffinity.scripts.Environment;

/** This room's command. */
public final class ReproductionCommands implements Commands {
  @Override
  public Map<String, Supplier<Object>> of(Environment environment) {
    return Map.of("reproduce", () -> new ReproduceCommand(environment));
  }
}
