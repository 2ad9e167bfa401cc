/**
 * What a kind of encoder decides on ({@link org.taskaffinity.runtime.encoder.EncoderKind}), and
 * what several kinds share. Each kind or family has a package of its own below this one; {@code
 * compile.EncoderKinds} leads from the language to them.
 */
package org.taskaffinity.runtime.encoder;
