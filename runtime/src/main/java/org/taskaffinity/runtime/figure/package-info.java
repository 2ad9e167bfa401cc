/** Figures drawn as SVG: from a figure's description to text, without a browser or a library. */
package org.taskaffinity.runtime.figure;
