/** One cell, evaluated: what the Jupyter kernel and the runner without Python share. */
package org.taskaffinity.notebooks.cell;
