/** Per-task gradients of the shared encoder, and their geometry. */
package org.taskaffinity.runtime.gradient;
