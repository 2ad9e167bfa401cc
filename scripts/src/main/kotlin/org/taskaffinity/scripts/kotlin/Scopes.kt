package org.taskaffinity.scripts.kotlin

import org.taskaffinity.dsl.Absent
import org.taskaffinity.dsl.Capture
import org.taskaffinity.dsl.ClassWeights
import org.taskaffinity.dsl.Combination
import org.taskaffinity.dsl.Control
import org.taskaffinity.dsl.Dataset
import org.taskaffinity.dsl.Duplicates
import org.taskaffinity.dsl.Encoder
import org.taskaffinity.dsl.Experiment
import org.taskaffinity.dsl.Head
import org.taskaffinity.dsl.LabelCorrelation
import org.taskaffinity.dsl.LossOver
import org.taskaffinity.dsl.Metric
import org.taskaffinity.dsl.Mtl
import org.taskaffinity.dsl.Norm
import org.taskaffinity.dsl.Overlap
import org.taskaffinity.dsl.Part
import org.taskaffinity.dsl.Rows
import org.taskaffinity.dsl.Schedule
import org.taskaffinity.dsl.Source
import org.taskaffinity.dsl.Split
import org.taskaffinity.dsl.Task
import org.taskaffinity.dsl.Training
import org.taskaffinity.dsl.Window

/** Keeps the words of an outer scope out of the scopes within it. */
@DslMarker
annotation class Saying

/*
 * One scope a description. Its words are those of the Java chain, and each does what the link of the
 * chain does: `experiment("e", data) { seed(7) }` is `experiment("e", data).seed(7)`.
 */

/** The words of an [Experiment]. */
@Saying
class ExperimentScope internal constructor(
    internal var said: Experiment,
) {
    fun name(chosen: String) {
        said = said.name(chosen)
    }

    fun data(chosen: Dataset) {
        said = said.data(chosen)
    }

    fun split(chosen: Split) {
        said = said.split(chosen)
    }

    fun overlap(chosen: Overlap) {
        said = said.overlap(chosen)
    }

    fun control(chosen: Control) {
        said = said.control(chosen)
    }

    fun encoder(chosen: Encoder) {
        said = said.encoder(chosen)
    }

    fun head(chosen: Head) {
        said = said.head(chosen)
    }

    fun training(chosen: Training) {
        said = said.training(chosen)
    }

    fun capture(chosen: Capture) {
        said = said.capture(chosen)
    }

    fun labelCorrelation(chosen: LabelCorrelation) {
        said = said.labelCorrelation(chosen)
    }

    fun seed(chosen: Long) {
        said = said.seed(chosen)
    }

    fun with(part: Part) {
        said = said.with(part)
    }
}

/** The words of a [Training]. */
@Saying
class TrainingScope internal constructor(
    internal var said: Training,
) {
    fun learningRate(rate: Double) {
        said = said.learningRate(rate)
    }

    fun weightDecay(decay: Double) {
        said = said.weightDecay(decay)
    }

    fun batchSize(rows: Int) {
        said = said.batchSize(rows)
    }

    fun epochs(passes: Int) {
        said = said.epochs(passes)
    }

    fun schedule(chosen: Schedule) {
        said = said.schedule(chosen)
    }

    fun clip(norm: Double) {
        said = said.clip(norm)
    }

    fun lossOver(chosen: LossOver) {
        said = said.lossOver(chosen)
    }

    fun combine(chosen: Combination) {
        said = said.combine(chosen)
    }

    fun classWeights(chosen: ClassWeights) {
        said = said.classWeights(chosen)
    }

    fun stopEarly(
        metric: Metric,
        patience: Int,
    ) {
        said = said.stopEarly(metric, patience)
    }
}

/** The words of a [Capture]. */
@Saying
class CaptureScope internal constructor(
    internal var said: Capture,
) {
    fun window(chosen: Window) {
        said = said.window(chosen)
    }

    fun absent(reading: Absent) {
        said = said.absent(reading)
    }

    fun crossBatches(count: Int) {
        said = said.crossBatches(count)
    }
}

/** The words of a [Dataset]. */
@Saying
class DatasetScope internal constructor(
    internal var said: Dataset,
) {
    fun tasks(vararg names: String) {
        said = said.tasks(*names)
    }

    fun tasks(vararg chosen: Task) {
        said = said.tasks(*chosen)
    }

    fun smiles(column: String) {
        said = said.smiles(column)
    }

    fun sheet(name: String) {
        said = said.sheet(name)
    }

    fun features(vararg columns: String) {
        said = said.features(*columns)
    }

    fun duplicates(policy: Duplicates) {
        said = said.duplicates(policy)
    }

    fun minimumLabels(labels: Int) {
        said = said.minimumLabels(labels)
    }

    fun sample(rows: Int) {
        said = said.sample(rows)
    }
}

/** The words of a [LabelCorrelation]. */
@Saying
class LabelCorrelationScope internal constructor(
    internal var said: LabelCorrelation,
) {
    fun minimumShared(molecules: Int) {
        said = said.minimumShared(molecules)
    }

    fun minimumExpected(molecules: Int) {
        said = said.minimumExpected(molecules)
    }
}

/** The words of the design of a planted data set. */
@Saying
class PlantedScope internal constructor(
    internal var said: Source.Planted,
) {
    fun molecules(count: Int) {
        said = said.molecules(count)
    }

    fun cosines(matrix: Array<DoubleArray>) {
        said = said.cosines(matrix)
    }

    fun regressions(count: Int) {
        said = said.regressions(count)
    }

    fun coverage(fraction: Double) {
        said = said.coverage(fraction)
    }

    fun noise(sd: Double) {
        said = said.noise(sd)
    }

    fun seed(value: Long) {
        said = said.seed(value)
    }
}

/** The words of a [Head]. */
@Saying
class HeadScope internal constructor(
    internal var said: Head,
) {
    fun norm(chosen: Norm) {
        said = said.norm(chosen)
    }

    fun dropout(chance: Double) {
        said = said.dropout(chance)
    }
}

// The verbs of Mtl, with a scope behind them.

fun experiment(
    name: String,
    data: Dataset,
    say: ExperimentScope.() -> Unit,
): Experiment = ExperimentScope(Mtl.experiment(name, data)).apply(say).said

fun adamW(
    learningRate: Double,
    say: TrainingScope.() -> Unit,
): Training = TrainingScope(Mtl.adamW(learningRate)).apply(say).said

fun adam(
    learningRate: Double,
    say: TrainingScope.() -> Unit,
): Training = TrainingScope(Mtl.adam(learningRate)).apply(say).said

fun sgd(
    learningRate: Double,
    momentum: Double,
    say: TrainingScope.() -> Unit,
): Training = TrainingScope(Mtl.sgd(learningRate, momentum)).apply(say).said

fun captureEvery(
    steps: Int,
    say: CaptureScope.() -> Unit,
): Capture = CaptureScope(Mtl.captureEvery(steps)).apply(say).said

fun captures(
    count: Int,
    say: CaptureScope.() -> Unit,
): Capture = CaptureScope(Mtl.captures(count)).apply(say).said

fun labelCorrelation(
    rows: Rows,
    say: LabelCorrelationScope.() -> Unit,
): LabelCorrelation = LabelCorrelationScope(Mtl.labelCorrelation(rows)).apply(say).said

fun dataset(
    catalogueName: String,
    say: DatasetScope.() -> Unit,
): Dataset = DatasetScope(Mtl.dataset(catalogueName)).apply(say).said

fun dataset(
    name: String,
    path: String,
    vararg tasks: Task,
    say: DatasetScope.() -> Unit,
): Dataset = DatasetScope(Mtl.dataset(name, path, *tasks)).apply(say).said

fun design(say: PlantedScope.() -> Unit): Source.Planted =
    PlantedScope(Mtl.design()).apply(say).said

fun head(
    width: Int,
    say: HeadScope.() -> Unit,
): Head = HeadScope(Mtl.head(width)).apply(say).said
