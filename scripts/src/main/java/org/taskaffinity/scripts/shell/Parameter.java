package org.taskaffinity.scripts.shell;

/**
 * A top-level variable of a script that can be set from outside.
 *
 * @param name the variable
 * @param type what can be given
 * @param value what the script gives it, as it is written there
 * @param comment what the script says about it; empty for nothing
 * @param place where it is declared
 */
public record Parameter(String name, Setting type, String value, String comment, Place place) {}
