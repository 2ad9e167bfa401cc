package org.taskaffinity.scripts;

import java.util.function.Function;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/**
 * What commands find around them.
 *
 * @param runners opens a runner
 * @param terminal where they speak
 * @param interruption hears Ctrl-C
 */
public record Environment(
    Function<Settings, Runner> runners, Terminal terminal, Interruption interruption) {}
