package org.taskaffinity.scripts.kotlin

import java.nio.file.Path
import java.util.Optional
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine
import kotlin.script.experimental.api.CompiledScript
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptDiagnostic
import kotlin.script.experimental.api.dependencies
import kotlin.script.experimental.api.valueOrNull
import kotlin.script.experimental.host.toScriptSource
import kotlin.script.experimental.jvm.JvmDependency
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration
import kotlin.script.experimental.jvm.impl.KJvmCompiledModuleInMemory
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript
import kotlin.script.experimental.jvmhost.JvmScriptCompiler
import kotlin.script.experimental.jvmhost.createJvmCompilationConfigurationFromTemplate

/** Kotlin's own compiler. Slow to start, so it is asked only for scripts that are not in the cache. */
internal class EmbeddedCompiler : KotlinCompiler {
    override fun compile(
        text: String,
        classPath: List<Path>,
    ): KotlinCompiler.Outcome {
        val shown = ShownText.of(text)
        val definition =
            createJvmCompilationConfigurationFromTemplate<AffinityScript> {
                dependencies(JvmDependency(classPath.map { it.toFile() }))
            }
        val result = compiled(shown.text, definition)
        val problems =
            result.reports
                .filter {
                    it.severity == ScriptDiagnostic.Severity.ERROR ||
                        it.severity == ScriptDiagnostic.Severity.FATAL
                }.map { problem(it, shown) }
        return KotlinCompiler.Outcome(
            Optional.ofNullable(result.valueOrNull()?.let(::classes)),
            problems,
        )
    }

    private fun compiled(
        text: String,
        definition: ScriptCompilationConfiguration,
    ): ResultWithDiagnostics<CompiledScript> {
        var outcome: Result<ResultWithDiagnostics<CompiledScript>>? = null
        suspend {
            JvmScriptCompiler(
                defaultJvmScriptingHostConfiguration,
            )(text.toScriptSource(NAME), definition)
        }.startCoroutine(Continuation(EmptyCoroutineContext) { outcome = it })
        return outcome!!.getOrThrow() // nothing in it suspends
    }

    private fun problem(
        report: ScriptDiagnostic,
        shown: ShownText,
    ): KotlinCompiler.Problem {
        val start = report.location?.start
        val line = start?.line ?: 0
        return KotlinCompiler.Problem(
            line,
            start?.let { shown.column(line, it.col) } ?: 0,
            report.message,
        )
    }

    private fun classes(script: CompiledScript): CompiledClasses {
        val compiled = script as KJvmCompiledScript
        val files = (compiled.getCompiledModule() as KJvmCompiledModuleInMemory).compilerOutputFiles
        val classes =
            files
                .filterKeys { it.endsWith(".class") }
                .mapKeys { (file, _) -> file.removeSuffix(".class").replace('/', '.') }
        return CompiledClasses(compiled.scriptClassFQName, classes)
    }

    private companion object {
        /** The same for all, so that a script that is moved or renamed stays in the cache. */
        const val NAME = "Script.affinity.kts"
    }
}
