#!/usr/bin/env -S affinity run
// A first look at task affinity, on data made in code: nothing to download, the true answer known.
// affinity run first-look.affinity.jsh --set epochs=5      half a minute on two cores with 10

int epochs = 10;
// Where the page goes.
Path out = Path.of("affinity-out", "first-look");

// Six tasks over the same molecules, in two families of three. Within a family the tasks ask for
// nearly the same features of a molecule, between the families for others.
var data = planted();

// One encoder is shared by all tasks, and each has a small head of its own. While they train
// together, every fifth step looks at the gradient that each task alone would send into the encoder.
// All of training is read: later on the network has learnt what the tasks share, and the cosines fade.
var look = experiment("first look", data)
    .split(randomSplit(0.8, 0.1, 0.1))
    .encoder(gcn(64, 64).projection(64))
    .head(head(32))
    .training(adamW(0.001).epochs(epochs))
    .capture(captureEvery(5).window(all()));

// Three trainings from three seeds, for one would not show how far chance moves the numbers.
var results = runner.run(look.seeds(1, 2, 3));
var found = results.pooled().get(0);

// The value of an expression that stands alone is printed. The affinity G of two tasks is the mean
// cosine of their gradients: 1 where they pull the encoder the same way, below 0 where they conflict.
found.affinity()

// Do tasks whose labels agree also agree in their gradients?
println("G against label correlation E: " + found.relation());

// The cosines that were planted: did the gradients find them? The two families they do; how near two
// tasks of one family are, six pairs can hardly tell, and the interval over tasks says so.
println("G against the planted cosines: " + runner.relate(found.affinity(), design().truth()));

// The families again, found by grouping tasks with high affinity.
runner.group(found.affinity(), averageLinkage().groups(2))

// A page with the matrices as heat maps, to be opened in a browser.
runner.report(results, out)
