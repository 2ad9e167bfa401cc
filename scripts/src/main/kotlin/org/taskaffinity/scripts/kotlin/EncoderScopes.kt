package org.taskaffinity.scripts.kotlin

import org.taskaffinity.dsl.Encoder
import org.taskaffinity.dsl.Mtl
import org.taskaffinity.dsl.Norm

/** The words that every encoder has; each answers with its own kind, so that the chain goes on. */
@Saying
sealed class EncoderScope<E : Encoder>(
    internal var said: E,
    private val normed: (E, Norm) -> E,
    private val dropped: (E, Double) -> E,
    private val projected: (E, Int) -> E,
) {
    fun norm(chosen: Norm) {
        said = normed(said, chosen)
    }

    fun dropout(chance: Double) {
        said = dropped(said, chance)
    }

    fun projection(width: Int) {
        said = projected(said, width)
    }
}

/** The words of graph convolutions. */
@Saying
class GcnScope internal constructor(
    said: Encoder.Gcn,
) : EncoderScope<Encoder.Gcn>(
        said,
        Encoder.Gcn::norm,
        Encoder.Gcn::dropout,
        Encoder.Gcn::projection,
    )

/** The words of dense layers over feature columns. */
@Saying
class MlpScope internal constructor(
    said: Encoder.Mlp,
) : EncoderScope<Encoder.Mlp>(
        said,
        Encoder.Mlp::norm,
        Encoder.Mlp::dropout,
        Encoder.Mlp::projection,
    )

/** The words of dense layers over fingerprints. */
@Saying
class EcfpMlpScope internal constructor(
    said: Encoder.EcfpMlp,
) : EncoderScope<Encoder.EcfpMlp>(
        said,
        Encoder.EcfpMlp::norm,
        Encoder.EcfpMlp::dropout,
        Encoder.EcfpMlp::projection,
    ) {
    fun bits(length: Int) {
        said = said.bits(length)
    }
}

/** The words of graph attention. */
@Saying
class GatScope internal constructor(
    said: Encoder.Gat,
) : EncoderScope<Encoder.Gat>(
        said,
        Encoder.Gat::norm,
        Encoder.Gat::dropout,
        Encoder.Gat::projection,
    ) {
    fun heads(count: Int) {
        said = said.heads(count)
    }
}

/** The words of graph isomorphism layers. */
@Saying
class GinScope internal constructor(
    said: Encoder.Gin,
) : EncoderScope<Encoder.Gin>(
        said,
        Encoder.Gin::norm,
        Encoder.Gin::dropout,
        Encoder.Gin::projection,
    )

/** The words of convolutions along SMILES. */
@Saying
class CnnScope internal constructor(
    said: Encoder.Cnn,
) : EncoderScope<Encoder.Cnn>(
        said,
        Encoder.Cnn::norm,
        Encoder.Cnn::dropout,
        Encoder.Cnn::projection,
    ) {
    fun kernels(vararg sizes: Int) {
        said = said.kernels(*sizes)
    }

    fun embedding(width: Int) {
        said = said.embedding(width)
    }
}

/** The words of directed message passing. */
@Saying
class DmpnnScope internal constructor(
    said: Encoder.Dmpnn,
) : EncoderScope<Encoder.Dmpnn>(
        said,
        Encoder.Dmpnn::norm,
        Encoder.Dmpnn::dropout,
        Encoder.Dmpnn::projection,
    ) {
    fun depth(states: Int) {
        said = said.depth(states)
    }
}

// The verbs of Mtl that make an encoder, with a scope behind them.

fun gcn(
    vararg widths: Int,
    say: GcnScope.() -> Unit,
): Encoder.Gcn = GcnScope(Mtl.gcn(*widths)).apply(say).said

fun mlp(
    vararg widths: Int,
    say: MlpScope.() -> Unit,
): Encoder.Mlp = MlpScope(Mtl.mlp(*widths)).apply(say).said

fun ecfpMlp(
    vararg widths: Int,
    say: EcfpMlpScope.() -> Unit,
): Encoder.EcfpMlp = EcfpMlpScope(Mtl.ecfpMlp(*widths)).apply(say).said

fun gat(
    vararg widths: Int,
    say: GatScope.() -> Unit,
): Encoder.Gat = GatScope(Mtl.gat(*widths)).apply(say).said

fun gin(
    vararg widths: Int,
    say: GinScope.() -> Unit,
): Encoder.Gin = GinScope(Mtl.gin(*widths)).apply(say).said

fun cnn(
    vararg widths: Int,
    say: CnnScope.() -> Unit,
): Encoder.Cnn = CnnScope(Mtl.cnn(*widths)).apply(say).said

fun dmpnn(say: DmpnnScope.() -> Unit): Encoder.Dmpnn = DmpnnScope(Mtl.dmpnn()).apply(say).said

fun dmpnn(
    hidden: Int,
    say: DmpnnScope.() -> Unit,
): Encoder.Dmpnn = DmpnnScope(Mtl.dmpnn(hidden)).apply(say).said
