/** An experiment with every size worked out, before any tensor exists. */
package org.taskaffinity.runtime.compile;
