/** How the gradients of several tasks become the direction of one step on the shared encoder. */
package org.taskaffinity.runtime.combine;
