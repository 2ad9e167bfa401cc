#!/usr/bin/env -S affinity run
// Stop it with Ctrl-C and start it again: it goes on where it stood. Then: what has changed since?
// affinity run resume-and-compare.affinity.jsh --set epochs=20

// Change this, and the shorter run is still there to compare with.
int epochs = 10;
// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
Dataset data = planted();

var look = experiment("resumed", data)
    .split(randomSplit(0.8, 0.1, 0.1))
    .encoder(gcn(64, 64).projection(64))
    .training(adamW(0.001).epochs(epochs))
    .capture(captureEvery(5).window(all()));

// A run is named by what was asked and by the data's content, so asking again trains nothing.
var result = runner.run(look);
println(runner.plan(look).stored() ? "It lies in the store now." : "It was not kept.");

// Every run of this experiment that has a result, the newest first.
for (var run : runner.runs()) {
  boolean finished = run.state() == StoredRun.State.FINISHED;
  if (finished && run.name().equals(look.name()) && !run.id().equals(result.record().id())) {
    var other = runner.stored(run.id());
    println(run + "\n  G then and now: " + runner.relate(other.affinity(), result.affinity()));
  }
}

result.verdict()
