/** The notebooks' commands. */
package org.taskaffinity.notebooks;
