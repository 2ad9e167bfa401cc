/** Benchmarks of whole processes; steps and captures are measured by the runtime. */
package org.taskaffinity.scripts.bench;
