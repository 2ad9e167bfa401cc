#!/usr/bin/env -S affinity run
// What becomes of the affinities when tasks share fewer molecules?
// affinity run overlap-sweep.affinity.jsh --set epochs=30

int epochs = 10;
// One training each for every overlap.
long[] seeds = {1, 2, 3};
// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
Dataset data = planted();
Path out = Path.of("affinity-out", "overlap-sweep");

var sweep = experiment("overlap", data)
    .split(randomSplit(0.8, 0.1, 0.1))
    .encoder(gcn(64, 64))
    .training(adamW(0.001).epochs(epochs))
    .capture(captureEvery(5).window(all()))
    .over(natural(), targetJaccard(0.6), targetJaccard(0.3), targetJaccard(0.1))
    .seeds(seeds);

var results = runner.run(sweep);

// One line per overlap: r(G, E) of the matrices averaged over the seeds.
for (var pooled : results.pooled()) {
  println(pooled.experiment().overlap() + "\t" + pooled.relation().pearson());
}

runner.report(results, out)
