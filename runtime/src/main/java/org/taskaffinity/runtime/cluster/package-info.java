/** Groups of tasks, by Tribuo's trainers and one of our own, and how far two groupings agree. */
package org.taskaffinity.runtime.cluster;
