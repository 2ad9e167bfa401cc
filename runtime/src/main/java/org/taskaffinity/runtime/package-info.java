/** What happens when an experiment is run. */
package org.taskaffinity.runtime;
