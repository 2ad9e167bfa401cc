package org.taskaffinity.scripts;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Commands that another room adds to {@code affinity}; found by {@link java.util.ServiceLoader}.
 */
public interface Commands {

  /** Objects that picocli knows as commands, made when they are asked for; by name, in order. */
  Map<String, Supplier<Object>> of(Environment environment);
}
