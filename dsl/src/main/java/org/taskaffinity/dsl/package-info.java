/**
 * What can be said: descriptions, verbs and results. Import this package and {@code static Mtl.*}.
 */
package org.taskaffinity.dsl;
