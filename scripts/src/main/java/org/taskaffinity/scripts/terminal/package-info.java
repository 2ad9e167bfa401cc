/** What a terminal shows, and what it hears. */
package org.taskaffinity.scripts.terminal;
