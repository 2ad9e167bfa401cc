#!/usr/bin/env -S affinity run
// How a training grows with molecules and seeds: a line that does not rise is a cost that grows no
// faster than linearly. Into a folder without runs, for a stored one costs nothing:
// affinity run growth-in-data.affinity.jsh --out /tmp/growth --set to=growth.svg

Path to = Path.of("growth.svg");
int least = 600;
int[] times = {1, 2, 4, 8, 16};

Experiment trained(int molecules) {
  return experiment("growth, " + molecules, planted(design().molecules(molecules)))
      .encoder(gcn(128, 128).projection(128))
      .head(head(64))
      .training(adamW(0.001).epochs(8))
      .capture(captureEvery(5).window(all()));
}

long[] seeds(int first, int count) {
  return java.util.stream.LongStream.range(first, first + count).toArray();
}

/** Wall time of the trainings from some seeds, reading and featurising included. */
double seconds(int molecules, long... seeds) {
  long start = System.nanoTime();
  runner.run(trained(molecules).seeds(seeds));
  return (System.nanoTime() - start) / 1e9;
}

// The compiler's own time, and the molecules' features.
for (int n : times) {
  seconds(n * least, 1);
}
double rehearsed = seconds(least, seeds(1000, 8));

double[] x = java.util.Arrays.stream(times).asDoubleStream().toArray();
double[] byMolecules = new double[times.length];
double[] bySeeds = new double[times.length];
for (int i = 0; i < times.length; i++) {
  byMolecules[i] = seconds(times[i] * least, 2) / times[i];
  bySeeds[i] = seconds(least, seeds(100 * (i + 1), times[i])) / times[i];
}
println("seconds for " + least + " molecules of 1, 2, 4, 8, 16 times as many: " + java.util.Arrays.toString(byMolecules));
println("seconds a seed of 1, 2, 4, 8, 16: " + java.util.Arrays.toString(bySeeds));
curve(
    "Cost of one of them", "times as many", "seconds",
    line(least + " molecules", x, byMolecules), line("a seed", x, bySeeds)).save(to.toString());
