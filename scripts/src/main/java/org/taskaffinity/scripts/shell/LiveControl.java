package org.taskaffinity.scripts.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Executes statements on the thread that asks, in this JVM, and keeps the last value and the last
 * exception as the objects they are; JShell itself would hand on their texts.
 */
final class LiveControl extends DirectExecutionControl implements ExecutionControlProvider {
  private Object value;
  private Throwable thrown;
  private Thread worker;
  private boolean stopping;

  LiveControl(ClassLoader parent) {
    super(new LiveClasses(parent));
  }

  /** Forgets what the statement before gave. */
  void forget() {
    value = null;
    thrown = null;
  }

  Object value() {
    return value;
  }

  Throwable thrown() {
    return thrown;
  }

  /** Whether the statement was asked to stop. */
  synchronized boolean stopping() {
    return stopping;
  }

  /** The text has ended, and with it what was asked of it. */
  synchronized void over() {
    stopping = false;
  }

  @Override
  protected String invoke(Method statement) throws Exception {
    enter();
    try {
      value = statement.invoke(null);
      return "";
    } finally {
      leave();
    }
  }

  /** The variable's value as the object it is; its text may be long, and nobody asked for it. */
  @Override
  public String varValue(String type, String variable)
      throws RunException, EngineTerminationException, InternalException {
    try {
      Field field = findClass(type).getDeclaredField(variable);
      field.setAccessible(true);
      value = field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new InternalException(variable + ": " + e);
    }
    return "";
  }

  private synchronized void enter() {
    worker = Thread.currentThread();
    if (stopping) {
      ScriptSupport.stop(worker);
    }
  }

  private synchronized void leave() {
    ScriptSupport.goOn(worker);
    worker = null;
    if (stopping) {
      Thread.interrupted(); // ours, and of no use to the statements that follow
    }
  }

  @Override
  public synchronized void stop() {
    stopping = true;
    if (worker != null) {
      ScriptSupport.stop(worker);
      worker.interrupt(); // wakes what waits, and tells a runner to save and stop
    }
  }

  @Override
  protected String throwConvertedInvocationException(Throwable cause)
      throws RunException, InternalException {
    thrown = cause;
    return super.throwConvertedInvocationException(cause);
  }

  @Override
  public String name() {
    return "live";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    return this;
  }
}
