package org.taskaffinity.runtime.encoder;

import org.taskaffinity.runtime.random.Seeds;

/**
 * How a kind draws dropout masks of units that are neither a layer's output nor a head's, such as
 * attention weights.
 *
 * @param rate probability in [0, 1) that a unit is dropped
 * @param layers layers before the projection
 * @param seeds the experiment's streams
 */
public record Masking(double rate, int layers, Seeds seeds) {}
