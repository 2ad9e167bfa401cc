#!/usr/bin/env -S affinity run
// Out into the world: a figure for a paper, matrices for NumPy and a spreadsheet, a run to hand on.
// affinity run export.affinity.kts --set out=results

val epochs = 10
val out = Path.of("affinity-out", "export")

// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
val data: Dataset = planted()

val result =
    runner.run(
        experiment("export", data) {
            split(randomSplit(0.8, 0.1, 0.1))
            encoder(gcn(64, 64))
            training(adamW(0.001) { epochs(epochs) })
            capture(captureEvery(5) { window(all()) })
        },
    )

// The file's ending says how: .svg, .pdf and .png for a paper, .html to explore.
affinityMap(result).save(out.resolve("affinity.pdf"))
relationScatter(result).save(out.resolve("relation.svg"))

// .npz for NumPy, .csv for a spreadsheet, .json for all else; runner.matrix reads them back.
for (ending in listOf("npz", "csv", "json")) {
    runner.save(result.affinity, out.resolve("affinity.$ending"))
}
runner.matrix(out.resolve("affinity.npz")) == result.affinity

// The whole run, with its description and the hashes of its data: `affinity import` verifies it.
val bundle = out.resolve("run.zip")
runner.export(result, bundle)
println("to hand on: $bundle")
