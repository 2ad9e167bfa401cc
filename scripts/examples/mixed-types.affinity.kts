#!/usr/bin/env -S affinity run
// Classifications and regressions in one network, and whether the kind of task moves the affinities.
// affinity run mixed-types.affinity.kts --set epochs=20

val epochs = 10

// Six tasks, the last three of them regressions; one label in five was never measured. Of a table of
// one's own: dataset("mine", "mine.csv", classification("toxic"), regression("solubility"))
val data: Dataset =
    planted(
        design {
            regressions(3)
            coverage(0.8)
        },
    )

val look =
    experiment("mixed types", data) {
        split(randomSplit(0.8, 0.1, 0.1))
        encoder(gcn(64, 64))
        // The losses of the two kinds differ in size, the cosines of their gradients do not.
        training(
            adamW(0.001) {
                epochs(epochs)
                lossOver(LossOver.MEAN)
            },
        )
        capture(captureEvery(5) { window(all()) })
    }

val result = runner.run(look)

for (task in result.tasks) {
    println("${task.name}\t${task.type}\t${task.metric} ${"%.3f".format(task.test)}")
}

val kinds = result.tasks.groupBy { it.type }.mapValues { (_, of) -> of.map { it.name } }

for ((kind, names) in kinds) {
    println("$kind among themselves:")
    println(result.affinity.select(names))
}

result.affinity
