package org.taskaffinity.scripts.kotlin;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes classes of a script's text. The one place where Java meets Kotlin's compiler, whose sixty
 * megabytes no other command should load.
 */
interface KotlinCompiler {

  /**
   * @param text a script, lines ending in {@code \n}
   * @param classPath what it may use, the JDK apart
   */
  Outcome compile(String text, List<Path> classPath);

  /**
   * Classes, or why there are none.
   *
   * @param classes the script's; empty if the compiler refused it
   * @param problems what the compiler refused
   */
  record Outcome(Optional<CompiledClasses> classes, List<Problem> problems) {

    /**
     * What stands first in the text, its grammar before all else; the others may follow from it.
     */
    Problem first() {
      return problems.stream()
          .min(
              Comparator.comparing((Problem p) -> !p.message().startsWith("Syntax error"))
                  .thenComparing(p -> p.message().startsWith("Cannot infer")) // of what is unknown
                  .thenComparing(p -> p.line() == 0)
                  .thenComparing(Problem::line)
                  .thenComparing(Problem::column))
          .orElse(new Problem(0, 0, "This is no script of Kotlin."));
    }
  }

  /**
   * An error of the compiler's.
   *
   * @param line counted from 1; 0 where it names none
   * @param column counted from 1; 0 where it names none
   * @param message in the compiler's words
   */
  record Problem(int line, int column, String message) {}
}
