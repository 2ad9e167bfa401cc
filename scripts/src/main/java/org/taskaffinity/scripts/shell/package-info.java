/**
 * One JShell for scripts, the REPL and notebooks: values and exceptions as the objects they are.
 */
package org.taskaffinity.scripts.shell;
