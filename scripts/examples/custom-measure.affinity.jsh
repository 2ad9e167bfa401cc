#!/usr/bin/env -S affinity run
// A measure of affinity of one's own, made from the gradients' cosines at each captured step.
// affinity run custom-measure.affinity.jsh --set quantile=0.9

int epochs = 10;
// 0.5 is the median.
double quantile = 0.5;
// Molecules with labels; for a data set of the catalogue: --set 'data=dataset("tox21")'
Dataset data = planted();

var result = runner.run(
    experiment("own measure", data)
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(64, 64).projection(64))
        .training(adamW(0.001).epochs(epochs))
        .capture(captureEvery(5).window(all())));

var captured = runner.captured(result);
captured

// A quantile of the cosines in place of their mean.
captured.measure(pair -> pair.quantile(quantile))

// How often two tasks pull against each other.
captured.measure(
    pair -> Arrays.stream(pair.cosines()).filter(c -> c < 0).count() / (double) pair.size())

// Inner products in place of cosines: steps with long gradients weigh more.
var products = captured.measure(pair -> Arrays.stream(pair.products()).average().getAsDouble());
products

// Does it tell the same as G?
println("inner products against G: " + runner.relate(products, result.affinity()));
