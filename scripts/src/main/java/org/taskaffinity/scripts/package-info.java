/** Who is speaking: the command line and the JShell engine. */
package org.taskaffinity.scripts;
