package org.taskaffinity.scripts.shell;

/**
 * A word of the language, explained.
 *
 * @param name the class and the word: {@code Mtl.experiment}
 * @param signature as the compiler writes it
 * @param summary the first sentence of its Javadoc; may be empty
 * @param text the whole Javadoc as plain text, paragraphs parted by empty lines; may be empty
 */
public record Described(String name, String signature, String summary, String text) {}
