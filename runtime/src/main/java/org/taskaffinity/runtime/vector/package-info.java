/**
 * Training and captures in plain Java on the CPU's vector instructions; see
 * runtime/docs/cpu-engine.md.
 *
 * <p>Matrices lie in panels: {@link org.taskaffinity.runtime.vector.Matrix}. Everything hot is a
 * small static method over {@code float[]}: {@link org.taskaffinity.runtime.vector.Tile}
 * multiplies, {@link org.taskaffinity.runtime.vector.Channels} does what lies between the products.
 */
package org.taskaffinity.runtime.vector;
