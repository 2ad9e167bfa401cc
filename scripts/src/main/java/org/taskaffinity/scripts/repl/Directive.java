package org.taskaffinity.scripts.repl;

import java.util.function.Function;

/**
 * A command of the prompt.
 *
 * @param name with its slash
 * @param arguments as help writes them
 * @param summary in one line
 * @param action given the rest of the line; gives a text that is to be evaluated, or ""
 */
record Directive(String name, String arguments, String summary, Function<String, String> action) {
  String usage() {
    return arguments.isEmpty() ? name : name + " " + arguments;
  }
}
