/** The encoders mlp and ecfpMlp: dense layers over vectors. */
package org.taskaffinity.runtime.encoder.dense;
