package org.taskaffinity.runtime.chem;

import org.openscience.cdk.tools.ILoggingTool;

/** A log of CDK that is written nowhere: what a molfile lacks is told by its exception. */
public final class Quiet implements ILoggingTool {
  private Quiet() {}

  /** As CDK's factory calls it, by reflection. */
  public static ILoggingTool create(Class<?> source) {
    return new Quiet();
  }

  @Override
  public void dumpSystemProperties() {}

  @Override
  public void setStackLength(int length) {}

  @Override
  public void dumpClasspath() {}

  @Override
  public void debug(Object object) {}

  @Override
  public void debug(Object object, Object... objects) {}

  @Override
  public void error(Object object) {}

  @Override
  public void error(Object object, Object... objects) {}

  @Override
  public void fatal(Object object) {}

  @Override
  public void info(Object object) {}

  @Override
  public void info(Object object, Object... objects) {}

  @Override
  public void warn(Object object) {}

  @Override
  public void warn(Object object, Object... objects) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void setLevel(int level) {}

  @Override
  public int getLevel() {
    return OFF;
  }
}
