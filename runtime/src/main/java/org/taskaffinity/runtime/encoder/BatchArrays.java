package org.taskaffinity.runtime.encoder;

/**
 * The features of a batch as arrays, which may be longer than what they hold.
 *
 * @param features [N, F] row-major; for graphs ÂX
 * @param starts molecule b has the atoms starts[b] … starts[b + 1] − 1, [B + 1]; row b alone
 *     without graphs
 * @param linkStarts atom n has the links linkStarts[n] … linkStarts[n + 1] − 1, [N + 1]; empty
 *     without graphs
 * @param links the atoms that Â mixes into an atom, itself among them
 * @param weights the entries of Â, one a link
 */
public record BatchArrays(
    float[] features, int[] starts, int[] linkStarts, int[] links, float[] weights) {}
