package org.taskaffinity.runtime.encoder;

import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Store;

/**
 * What a layer is built from.
 *
 * @param layer its sizes
 * @param number of the layer, from 0
 * @param last whether it is the last one before pooling
 * @param norm what normalises it
 * @param initial gives its initial weights
 * @param store keeps its tensors
 */
public record StageContext(
    LayerSizes layer, int number, boolean last, Norm norm, Initial initial, Store store) {}
