#!/usr/bin/env -S affinity run
// How far does chance move an affinity? The same experiment under several seeds.
// affinity run many-seeds.affinity.jsh --set seeds=1,2,3,4,5,6,7,8

int epochs = 10;
// One training each; those that were run before are taken from the store.
long[] seeds = {1, 2, 3};
// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
Dataset data = planted();

var results = runner.run(
    experiment("seeds", data)
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(64, 64).projection(64))
        .training(adamW(0.001).epochs(epochs))
        .capture(captureEvery(5).window(all()))
        .seeds(seeds));

for (var each : results.each()) {
  println("seed " + each.experiment().seed() + ": r(G, E) = " + each.relation().pearson().value());
}

// The mean over the seeds, and the standard deviation: an affinity that is not several times its
// spread from 0 has not settled on a sign.
var pooled = results.pooled().get(0);
pooled.affinity()
pooled.spread()
