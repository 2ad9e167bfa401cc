package org.taskaffinity.scripts.kotlin

import org.taskaffinity.dsl.Runner
import kotlin.script.experimental.annotations.KotlinScript
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.jvmTarget

/**
 * What a file `*.affinity.kts` is: statements of Kotlin with the verbs in scope, and the [runner]
 * that gives them effect.
 */
@KotlinScript(
    displayName = "Task Affinity",
    fileExtension = "affinity.kts",
    compilationConfiguration = Scope::class,
)
abstract class AffinityScript(
    val runner: Runner,
)

/** What is in scope: as in a script of Java, and the verbs with a scope of their own. */
object Scope : ScriptCompilationConfiguration({
    defaultImports(
        "java.util.*",
        "java.nio.file.*",
        "org.taskaffinity.dsl.*",
        "org.taskaffinity.dsl.Mtl.*",
        "org.taskaffinity.dsl.Figures.*",
        "org.taskaffinity.scripts.kotlin.*",
    )
    jvm { jvmTarget("17") }
}) {
    private fun readResolve(): Any = Scope
}
