/** Notebooks as files: read, run without Python, converted, shown as pages. */
package org.taskaffinity.notebooks.file;
