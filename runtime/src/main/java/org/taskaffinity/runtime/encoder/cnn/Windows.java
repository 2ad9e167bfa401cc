package org.taskaffinity.runtime.encoder.cnn;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.runtime.encoder.Structure;

/**
 * Which characters stand around a character.
 *
 * @param index [N, M], rows of what is read; N for a place beyond the ends
 * @param members [B, L], the characters of each text, N after its end
 */
record Windows(NDArray index, NDArray members) implements Structure {}
