/** The encoder, the heads and their parameters: everything that knows PyTorch's tensors. */
package org.taskaffinity.runtime.network;
