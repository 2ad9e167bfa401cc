#!/usr/bin/env -S affinity run
// Do two encoders, graph convolutions and fingerprints, find the same affinities? A script of Kotlin.
// affinity run compare-encoders.affinity.kts --set epochs=20

val epochs = 10
val seeds = longArrayOf(1, 2)

// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
val data: Dataset = planted()

val encoders: List<Encoder> =
    listOf(gcn(64, 64) { projection(64) }, ecfpMlp(128, 64) { dropout(0.2) })

val results =
    runner.run(
        experiment("encoders", data) {
            split(randomSplit(0.8, 0.1, 0.1))
            training(adamW(0.001) { epochs(epochs) })
            capture(captureEvery(5) { window(all()) })
        }.over(*encoders.toTypedArray()).seeds(*seeds),
    )

for (pooled in results.pooled) {
    println("${pooled.experiment.encoder}: r(G, E) = ${pooled.relation.pearson.value}")
}

// How near are the two matrices to each other? A chain or a scope, the words are the same.
runner.relate(results.pooled[0].affinity, results.pooled[1].affinity)
