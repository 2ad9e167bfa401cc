/** Files that are whole or not there. */
package org.taskaffinity.runtime.files;
