/** Pages about results: one HTML file each, which needs no network and no script. */
package org.taskaffinity.runtime.report;
