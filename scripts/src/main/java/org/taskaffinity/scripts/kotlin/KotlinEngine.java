package org.taskaffinity.scripts.kotlin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Failure.Kind;
import org.taskaffinity.scripts.shell.Place;
import org.taskaffinity.scripts.shell.ScriptEngine;
import org.taskaffinity.scripts.shell.ScriptSupport;
import org.taskaffinity.scripts.shell.ScriptText;
import org.taskaffinity.scripts.shell.Value;

/**
 * Executes scripts of Kotlin, on the thread that asks and in this JVM.
 *
 * <p>A script is compiled as a whole, so that an error anywhere in it is found before its first
 * statement; its classes are kept, and the second time neither the compiler is loaded nor anything
 * else of Kotlin but its library.
 */
public final class KotlinEngine implements ScriptEngine {
  private final Runner runner;
  private final Compilation compilation;
  private Thread worker;
  private boolean stopping;

  KotlinEngine(Runner runner, Compilation compilation) {
    this.runner = runner;
    this.compilation = compilation;
  }

  /**
   * An engine whose scripts know this runner as {@code runner}. The runner stays the caller's to
   * close.
   */
  public static KotlinEngine open(Runner runner) {
    return new KotlinEngine(runner, Compilation.ofUser());
  }

  @Override
  public Optional<Failure> evalWhole(
      String name, String text, Map<String, String> presets, Consumer<Value> told) {
    ScriptText script = ScriptText.of(name, text);
    enter();
    try {
      return evaluated(script, presets, told);
    } finally {
      leave();
    }
  }

  private Optional<Failure> evaluated(
      ScriptText script, Map<String, String> presets, Consumer<Value> told) {
    KotlinCompiler.Outcome outcome;
    try {
      outcome = compilation.of(script.text());
    } catch (RuntimeException e) {
      if (stopping()) { // the compiler says in ways of its own that it was interrupted
        return Optional.of(stopped(script));
      }
      throw e;
    }
    if (stopping()) {
      return Optional.of(stopped(script));
    }
    return outcome
        .classes()
        .map(classes -> executed(new KotlinRun(script, classes), presets, told))
        .orElseGet(() -> Optional.of(refused(script, outcome.first())));
  }

  private Optional<Failure> executed(
      KotlinRun run, Map<String, String> presets, Consumer<Value> told) {
    try (Runner.Using inForce = Runner.using(runner)) {
      run.execute(runner, presets, told);
    } catch (DescriptionException e) { // of the presets; the script's own are wrapped
      return Optional.of(run.preset(e));
    } catch (KotlinRun.Thrown e) {
      Throwable live = e.getCause();
      return Optional.of(stopping() && !Failure.harm(live) ? run.stopped() : run.failure(live));
    }
    return stopping() ? Optional.of(run.stopped()) : Optional.empty();
  }

  private static Failure refused(ScriptText script, KotlinCompiler.Problem problem) {
    Place place =
        problem.line() == 0 ? script.line(1) : script.at(problem.line(), problem.column());
    return new Failure(
        Kind.COMPILE,
        place,
        KotlinHints.said(problem.message(), place, script.text()),
        List.of(),
        Optional.empty());
  }

  private static Failure stopped(ScriptText script) {
    return new Failure(Kind.STOPPED, script.line(1), "Stopped.", List.of(), Optional.empty());
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
      Thread.interrupted(); // ours, and of no use to what follows
    }
    stopping = false;
  }

  private synchronized boolean stopping() {
    return stopping;
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
  public void close() {}
}
