/**
 * What a kind of encoder decides on ({@link org.taskaffinity.runtime.encoder.EncoderKind}), and
 * what several kinds share. Each kind or family has a package of its own below this one.
 *
 * <p>To add a kind: a record and a case in {@code dsl.Encoder}, a verb and its usual sizes in
 * {@code dsl.Mtl}, a package here with the kind, its layers and its batches, a line in {@code
 * compile.EncoderKinds}. The compiler asks for the rest: the words of Tables 3 and 4 in {@code
 * reproductions.Configuration}. Tests ask for a scope in {@code EncoderScopes.kt} and for the usual
 * sizes.
 */
package org.taskaffinity.runtime.encoder;
