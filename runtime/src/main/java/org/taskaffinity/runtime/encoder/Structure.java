package org.taskaffinity.runtime.encoder;

/**
 * The tensors of one batch that only one kind of encoder reads, next to its inputs: how atoms or
 * characters are connected and pooled. Each kind has a record of its own.
 */
public interface Structure {}
