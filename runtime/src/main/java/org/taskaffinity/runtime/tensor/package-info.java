/** Tensors, parameters and what layers are made of, on DJL's PyTorch engine. */
package org.taskaffinity.runtime.tensor;
