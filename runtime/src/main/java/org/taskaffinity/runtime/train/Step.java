package org.taskaffinity.runtime.train;

import java.util.Optional;
import org.taskaffinity.runtime.gradient.Capture;

/**
 * What one training step was.
 *
 * @param losses before the update
 * @param gradientNorm ‖∂total/∂(θ, φ)‖ before clipping
 * @param capture the task gradients of the same forward pass, if they were asked for
 */
public record Step(TaskLosses losses, double gradientNorm, Optional<Capture> capture) {}
