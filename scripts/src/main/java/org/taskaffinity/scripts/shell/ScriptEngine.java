package org.taskaffinity.scripts.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Executes scripts of one language. */
public interface ScriptEngine extends AutoCloseable {

  /**
   * Evaluates a text that is all there is, up to its first failure.
   *
   * @param name what to call the text in messages
   * @param presets values for variables of the text, in place of what it gives them itself; as they
   *     are typed, a {@code String}'s without quotes
   * @param told is given values as soon as they are there
   * @return why it stopped; empty if it came to its end
   */
  Optional<Failure> evalWhole(
      String name, String text, Map<String, String> presets, Consumer<Value> told);

  /**
   * Stops the text that is being evaluated, or else the next one; a runner at work saves what it
   * has reached. May be called from any thread.
   */
  void stop();

  @Override
  void close();
}
