#!/usr/bin/env -S affinity run
// Task affinity on a table of one's own: a column of SMILES, and a column of labels for each task.
// affinity run own-csv.affinity.jsh --set file=mine.csv --set epochs=30

// A CSV or TSV file, .gz too. This one is made up.
String file = "scripts/examples/own.csv";
// Which column holds the molecules.
String smiles = "smiles";
int epochs = 10;
Path out = Path.of("affinity-out", "own-csv");

// Every other numeric column is a task, 0 and 1 a classification; an empty cell is a label that was
// never measured. To choose: dataset("mine", file, classification("toxic"), regression("solubility")).
var data = dataset("mine", file).smiles(smiles);

// How far were the tasks measured on the same molecules? Where they were not, an affinity says little.
runner.audit(data).get(0).jaccard()

var result = runner.run(
    experiment("own table", data)
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(64, 64).projection(64))
        .training(adamW(0.001).epochs(epochs))
        .capture(captureEvery(2).window(all())));

result.affinity()
result.verdict()

runner.report(result, out)
