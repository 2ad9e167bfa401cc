package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taskaffinity.dsl.Mtl.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.AffinityException;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.testing.Golden;

/** Messages about data and plans name verbs in scripts, and options in the shell. */
class RemediesTest {
  @TempDir Path folder;

  @Test
  void eachFrontIsAdvisedInItsLanguage() throws IOException {
    Dataset molecules = file("molecules", "smiles,A,B\nCCO,1,\nCCN,0,\nCCC,,1\nCCCl,,0\n");
    Dataset features = file("features", "x,A,B\n1,0,1\n2,1,0\n3,0,1\n4,1,0\n").features("x");
    Dataset full = file("full", "smiles,A,B\nCCO,1,0\nCCN,0,1\nCCC,0,1\nCCCl,1,0\n");
    Dataset unread = file("unread", "smiles,A,B\nC1,1,0\nC((,0,1\n");
    Map<String, Supplier<Experiment>> refused = new LinkedHashMap<>();
    refused.put("mlp", () -> experiment("x", molecules).encoder(mlp(4)));
    refused.put("gcn of numbers", () -> of(features).split(noSplit()));
    refused.put("scaffolds of numbers", () -> of(features));
    refused.put("minimum", () -> of(molecules.minimumLabels(2)));
    refused.put("sample", () -> of(molecules.sample(9)));
    refused.put("few", () -> of(full).split(randomSplit(0.1, 0.4, 0.5)));
    refused.put("column", () -> of(full).split(columnSplit("A")));
    refused.put("complete", () -> of(molecules).split(noSplit()).overlap(completeCases()));
    refused.put("blocks", () -> of(molecules).split(noSplit()).overlap(sharedAndDisjoint(0.5)));
    refused.put("scaffold blocks", () -> of(full).split(noSplit()).overlap(scaffoldDisjoint(0)));
    refused.put("reach", () -> of(molecules).split(noSplit()).overlap(targetJaccard(0.9)));
    refused.put(
        "no scaffolds",
        () -> of(features).encoder(mlp(4)).split(noSplit()).overlap(scaffoldDisjoint(0.1)));
    refused.put(
        "captures",
        () -> of(full).split(noSplit()).capture(captureEvery(100).window(fromEpoch(50))));
    refused.put(
        "batch norm",
        () ->
            of(full)
                .split(noSplit())
                .encoder(gcn(4).norm(Norm.BATCH))
                .training(adamW(0.01).batchSize(1)));
    refused.put("held out", () -> of(full).split(noSplit()).with(labelCorrelation(Rows.HELD_OUT)));
    refused.put("one", () -> of(file("one", "smiles,A\nCCO,1\nCCN,0\n")));
    refused.put("unread", () -> of(unread));
    refused.put("catalogue", () -> of(dataset("atlantis")));
    refused.put("no file", () -> of(dataset("tox21").smiles("SMILES code")));
    refused.put("epochs", () -> of(full).training(adamW(0.01).epochs(0)));
    refused.put("batches", () -> of(full).training(adamW(0.01).batchSize(0)));
    refused.put("every", () -> of(full).capture(captureEvery(0)));
    refused.put("negative sample", () -> of(full.sample(-1)));
    refused.put("minimum shared", () -> of(full).with(labelCorrelation(Rows.ALL).minimumShared(2)));
    StringBuilder said = new StringBuilder();
    try (Runner runner = Runner.open(Settings.settings().out(folder.resolve("out")).threads(1))) {
      refused.forEach(
          (when, what) -> {
            String script = refusal(runner, what);
            try (Front.Using shell = Front.SHELL.use()) {
              String options = refusal(runner, what);
              said.append("# ").append(when).append("\n").append(script).append("\n");
              said.append("$ ").append(options).append("\n\n");
              String bare = options.replaceAll("--\\w[\\w-]* '[^']*'", "").replace("norm(Norm", "");
              assertFalse(
                  bare.matches("(?s).*\\.?\\b(tasks|smiles|split|dataset|encoder)\\(.*"), bare);
            }
          });
    }
    Golden.check("remedies.txt", said.toString().replace(folder.toString(), "~"));
    assertEquals(Front.SCRIPT, Front.inForce());
  }

  private static String refusal(Runner runner, Supplier<Experiment> what) {
    return assertThrows(AffinityException.class, () -> runner.plan(what.get())).getMessage();
  }

  private static Experiment of(Dataset data) {
    return experiment("x", data).encoder(gcn(4));
  }

  private Dataset file(String name, String text) {
    try {
      return dataset(name, Files.writeString(folder.resolve(name + ".csv"), text).toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
