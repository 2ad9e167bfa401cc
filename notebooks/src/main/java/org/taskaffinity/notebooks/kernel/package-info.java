/** The Jupyter kernel. */
package org.taskaffinity.notebooks.kernel;
