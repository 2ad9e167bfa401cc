package org.taskaffinity.scripts.shell;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Executes statements on the thread that asks, in this JVM, and keeps the last value and the last
 * exception as the objects they are; JShell itself would hand on their texts.
 */
final class LiveControl extends DirectExecutionControl implements ExecutionControlProvider {
  private final LiveClasses classes;
  private Object value;
  private Field field;
  private Throwable thrown;
  private Thread worker;
  private boolean stopping;

  private LiveControl(LiveClasses classes) {
    super(classes);
    this.classes = classes;
  }

  static LiveControl of(ClassLoader parent, Supplier<Optional<Instrumentation>> redefining) {
    return new LiveControl(new LiveClasses(parent, redefining));
  }

  /** Forgets what the statement before gave. */
  void forget() {
    value = null;
    thrown = null;
  }

  Object value() {
    return value;
  }

  /** Where a variable is kept. */
  Field field(JShell shell, VarSnippet variable) {
    field = null;
    shell.varValue(variable);
    return field;
  }

  /** What a variable holds. */
  Object value(JShell shell, VarSnippet variable) {
    try {
      return field(shell, variable).get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The field was made accessible.", e);
    }
  }

  LiveClasses classes() {
    return classes;
  }

  @Override
  public void redefine(ClassBytecodes[] changed) throws ClassInstallException {
    classes.redefine(changed);
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

  /**
   * Finds where the variable is kept; the text of its value may be long, and nobody asks for it.
   */
  @Override
  public String varValue(String type, String variable)
      throws RunException, EngineTerminationException, InternalException {
    try {
      field = findClass(type).getDeclaredField(variable);
      field.setAccessible(true);
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
