package org.taskaffinity.notebooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.taskaffinity.scripts.Commands;
import org.taskaffinity.scripts.Environment;

/** What this room adds to {@code affinity}. */
public final class NotebookCommands implements Commands {
  @Override
  public Map<String, Supplier<Object>> of(Environment environment) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("kernel", () -> KernelCommands.all(environment));
    commands.put("notebook", () -> NotebookFileCommands.all(environment));
    return commands;
  }
}
