/** Data: found and checked, read, split, and withheld from training as an experiment asks. */
package org.taskaffinity.runtime.data;
