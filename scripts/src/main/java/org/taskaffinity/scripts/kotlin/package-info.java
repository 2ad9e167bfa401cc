/**
 * Scripts of Kotlin. The Java here runs what is compiled, mostly from a cache; Kotlin's compiler
 * stands behind {@link org.taskaffinity.scripts.kotlin.KotlinCompiler} and is loaded only where it
 * is needed.
 */
package org.taskaffinity.scripts.kotlin;
