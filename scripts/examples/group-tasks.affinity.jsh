#!/usr/bin/env -S affinity run
// Which tasks belong together? Groups by affinity, by several methods, and how far they agree.
// affinity run group-tasks.affinity.jsh --set groups=2

int epochs = 10;
// How many groups; 0 lets the silhouette choose.
int groups = 0;
// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
Dataset data = planted();

var result = runner.run(
    experiment("groups", data)
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(64, 64).projection(64))
        .training(adamW(0.001).epochs(epochs))
        .capture(captureEvery(5).window(all())));

var byAffinity = runner.group(result.affinity(), averageLinkage().groups(groups));
byAffinity
runner.group(result.affinity(), wardLinkage().groups(groups))
runner.group(result.affinity(), kMeans().groups(Math.max(2, groups)))

// Groups by the labels alone need no training. Do they agree, by more than chance would have it?
var byLabels = runner.group(result.labelCorrelation(), averageLinkage().groups(groups));
byLabels
runner.compare(byAffinity, byLabels)
