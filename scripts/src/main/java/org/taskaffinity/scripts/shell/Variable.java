package org.taskaffinity.scripts.shell;

/**
 * A variable of a session.
 *
 * @param name its name
 * @param type its type as the compiler sees it
 * @param object what it holds now, alive in this JVM; may be null
 */
public record Variable(String name, String type, Object object) {}
