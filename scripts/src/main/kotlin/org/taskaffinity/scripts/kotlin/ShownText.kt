package org.taskaffinity.scripts.kotlin

import org.jetbrains.kotlin.K1Deprecation
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.compiler.EnvironmentConfigFiles
import org.jetbrains.kotlin.cli.jvm.compiler.KotlinCoreEnvironment
import org.jetbrains.kotlin.com.intellij.openapi.util.Disposer
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.config.CommonConfigurationKeys
import org.jetbrains.kotlin.config.CompilerConfiguration
import org.jetbrains.kotlin.config.JVMConfigurationKeys
import org.jetbrains.kotlin.lexer.KtTokens
import org.jetbrains.kotlin.psi.KtBinaryExpression
import org.jetbrains.kotlin.psi.KtDeclaration
import org.jetbrains.kotlin.psi.KtExpression
import org.jetbrains.kotlin.psi.KtFile
import org.jetbrains.kotlin.psi.KtIfExpression
import org.jetbrains.kotlin.psi.KtLambdaExpression
import org.jetbrains.kotlin.psi.KtLoopExpression
import org.jetbrains.kotlin.psi.KtPsiFactory
import org.jetbrains.kotlin.psi.KtScriptInitializer
import org.jetbrains.kotlin.psi.KtThrowExpression
import org.jetbrains.kotlin.psi.KtTryExpression
import org.jetbrains.kotlin.psi.KtWhenExpression

/**
 * A script's text in which every expression that stands alone is handed to [ScriptValues.said]. The
 * calls are written on the line of the expression, so lines stay; [column] undoes what they shift.
 */
internal class ShownText private constructor(
    val text: String,
    private val written: List<Written>,
) {
    private class Written(
        val line: Int,
        val column: Int,
        val length: Int,
    )

    /** The column in the script's own text. */
    fun column(
        line: Int,
        column: Int,
    ): Int =
        column -
            written
                .filter { it.line == line && it.column < column }
                .sumOf { minOf(it.length, column - it.column) }

    companion object {
        private const val NAME = "script.kts"

        /** The parser is the compiler's own; it is only to be had together with K1's environment. */
        @OptIn(K1Deprecation::class)
        fun of(text: String): ShownText {
            val disposable = Disposer.newDisposable("script")
            try {
                val files = EnvironmentConfigFiles.JVM_CONFIG_FILES
                val environment =
                    KotlinCoreEnvironment.createForProduction(
                        disposable,
                        bare(),
                        files,
                    )
                return of(text, KtPsiFactory(environment.project, false).createFile(NAME, text))
            } finally {
                Disposer.dispose(disposable)
            }
        }

        private fun bare() =
            CompilerConfiguration().apply {
                put(CommonConfigurationKeys.MESSAGE_COLLECTOR_KEY, MessageCollector.NONE)
                put(JVMConfigurationKeys.NO_JDK, true)
            }

        private fun of(
            text: String,
            file: KtFile,
        ): ShownText {
            if (PsiTreeUtil.hasErrorElements(file)) {
                return ShownText(text, listOf()) // the compiler has words for it
            }
            val out = StringBuilder()
            val written = mutableListOf<Written>()
            var at = 0
            for (expression in standing(file)) {
                val range = expression.textRange
                val start = text.lastIndexOf('\n', range.startOffset - 1) + 1
                val line = 1 + text.substring(0, start).count { it == '\n' }
                val column = range.startOffset - start + 1
                val call = "${ScriptValues::class.java.name}.said($line, $column, "
                val shift = written.filter { it.line == line }.sumOf { it.length }
                written += Written(line, column + shift, call.length)
                out.append(text, at, range.startOffset).append(call)
                out.append(text, range.startOffset, range.endOffset).append(')')
                at = range.endOffset
            }
            return ShownText(out.append(text, at, text.length).toString(), written)
        }

        private fun standing(file: KtFile): List<KtExpression> =
            file.script
                ?.blockExpression
                ?.statements
                .orEmpty()
                .filterIsInstance<KtScriptInitializer>()
                .mapNotNull { it.body }
                .filter(::hasValue)

        /** What is a statement rather than a value is left alone. */
        private fun hasValue(expression: KtExpression): Boolean =
            when (expression) {
                is KtDeclaration, is KtLoopExpression, is KtIfExpression -> false
                is KtWhenExpression, is KtTryExpression, is KtThrowExpression -> false
                is KtLambdaExpression -> false
                is KtBinaryExpression -> expression.operationToken !in KtTokens.ALL_ASSIGNMENTS
                else -> true
            }
    }
}
