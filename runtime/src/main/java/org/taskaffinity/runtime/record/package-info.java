/** What was run and what came of it, in files that anyone can read. */
package org.taskaffinity.runtime.record;
