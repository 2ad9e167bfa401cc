/** The tables and figures of the paper, one class each. */
package org.taskaffinity.reproductions;
