/** A session at a prompt: lines in, values out; JLine stands behind it. */
package org.taskaffinity.scripts.repl;
