/** The encoder gcn: graph convolutions. */
package org.taskaffinity.runtime.encoder.gcn;
