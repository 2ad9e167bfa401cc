/** Notebooks over the same engine. */
package org.taskaffinity.notebooks;
