package org.taskaffinity.runtime;

import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

/** How {@link Runner#open} finds this runtime. */
public final class DjlProvider implements Runner.Provider {
  @Override
  public Runner open(Settings settings) {
    return new DjlRunner(settings);
  }
}
