package org.taskaffinity.runtime.encoder;

import java.util.List;
import org.taskaffinity.runtime.random.Seeds;

/**
 * How a kind draws dropout masks of units that are neither a layer's output nor a head's, such as
 * attention weights.
 *
 * @param rate probability in [0, 1) that a unit is dropped
 * @param widths of the layers before the projection, as the experiment names them
 * @param seeds the experiment's streams
 */
public record Masking(double rate, List<Integer> widths, Seeds seeds) {}
