package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taskaffinity.dsl.Mtl.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.taskaffinity.testing.Golden;

/** Every sentence that is refused when it is said, and in which words. */
class DescriptionExceptionTest {
  private final StringBuilder said = new StringBuilder();

  private void refused(Executable sentence) {
    said.append(assertThrows(DescriptionException.class, sentence).getMessage()).append("\n\n");
  }

  @Test
  void numbersOutsideTheirRange() {
    refused(() -> keepLabels(50));
    refused(() -> keepLabels(0));
    refused(() -> keepLabels(Double.NaN));
    refused(() -> targetJaccard(1.5));
    refused(() -> sharedAndDisjoint(-0.1));
    refused(() -> sharedAndDisjoint(Double.NaN));
    refused(() -> scaffoldDisjoint(1));
    refused(() -> jaccard(0));
    refused(() -> sharedCount(0));
    refused(() -> labels(0));
    refused(() -> last(20));
    refused(() -> fromEpoch(0));
    refused(() -> captureEvery(0));
    refused(() -> captures(0));
    refused(() -> head(-1));
    refused(() -> head(8).dropout(1));
    refused(() -> gcn(8).dropout(-0.5));
    refused(() -> gcn(8).projection(-1));
    refused(() -> ecfpMlp(8).bits(8));
    refused(() -> gat(6, 8).heads(4));
    refused(() -> gat(8).heads(0));
    refused(() -> cnn(8).kernels(3, 4));
    refused(() -> cnn(8).embedding(0));
    refused(() -> dmpnn(0));
    refused(() -> dmpnn().depth(0));
    refused(() -> labelCorrelation(Rows.ALL).minimumShared(2));
    refused(() -> labelCorrelation(Rows.ALL).minimumExpected(-1));
    refused(() -> averageLinkage().groups(-1));
    Golden.check("refused-numbers.txt", said.toString());
  }

  @Test
  void trainingsThatCannotBe() {
    refused(() -> adamW(0));
    refused(() -> adamW(Double.NaN));
    refused(() -> adamW(Double.POSITIVE_INFINITY));
    refused(() -> adam(0));
    refused(() -> sgd(-0.1, 0.9));
    refused(() -> sgd(0.1, 1));
    refused(() -> sgd(0.1, Double.NaN));
    refused(() -> adamW(0.1).weightDecay(-1));
    refused(() -> adamW(0.1).batchSize(0));
    refused(() -> adamW(0.1).epochs(0));
    refused(() -> adamW(0.1).clip(-1));
    refused(() -> adamW(0.1).stopEarly(Metric.LOSS, 0));
    Golden.check("refused-trainings.txt", said.toString());
  }

  @Test
  void namesThatAreMissingOrSaidTwice() {
    refused(() -> dataset(" "));
    refused(() -> dataset("mine", ""));
    refused(() -> task(""));
    refused(() -> experiment("", planted()));
    refused(() -> columnSplit(""));
    refused(() -> dataset("mine", "mine.csv").smiles(""));
    refused(() -> dataset("mine", "mine.csv").features());
    refused(() -> dataset("mine", "mine.csv").features("mass", "mass"));
    refused(() -> dataset("tox21").smiles("smiles"));
    refused(() -> planted().features("mass"));
    refused(() -> dataset("tox21").tasks("NR-AR", "NR-AR"));
    refused(() -> dataset("tox21").minimumLabels(-1));
    refused(() -> dataset("tox21").sample(-1));
    refused(() -> new TaskMatrix(List.of("A", "A"), new double[2][2]));
    Golden.check("refused-names.txt", said.toString());
  }

  @Test
  void partsThatDoNotFitTogether() {
    refused(() -> gcn());
    refused(() -> mlp(8, 0));
    refused(() -> randomSplit(0.8, 0.1, 0.2));
    refused(() -> scaffoldSplit(0, 0.5, 0.5));
    refused(() -> randomSplit(Double.NaN, 0.5, 0.5));
    refused(() -> fixed(labels(10), labels(20)));
    refused(() -> fixed(labels(10), sharedCount(20)));
    refused(() -> fixed(labels(1), jaccard(0.1)));
    refused(() -> experiment("e", planted()).over());
    refused(() -> experiment("e", planted()).over(natural(), seed(1)));
    refused(() -> new TaskMatrix(List.of("A", "B"), new double[1][2]));
    refused(() -> new TaskMatrix(List.of("A", "B"), new double[2][3]));
    refused(
        () ->
            Figures.line("l", new double[] {1}, new double[] {1})
                .band(new double[] {0, 1}, new double[] {1}));
    refused(() -> Figures.line("l", new double[] {1}, new double[0]));
    Golden.check("refused-parts.txt", said.toString());
  }

  @Test
  void figuresThatCannotBe() {
    TaskMatrix matrix = new TaskMatrix(List.of("NR-AR", "SR-p53"), new double[2][2]);
    List<String> others = List.of("NR-AR", "liver");
    TaskGroups groups =
        new TaskGroups(averageLinkage(), List.of(others), List.of(), others, List.of(), 0, 0);
    refused(() -> Figures.heatMap("G", matrix).dendrogram(groups));
    refused(() -> Figures.heatMap("G", matrix).scale(1, -1));
    refused(() -> Figures.heatMap("G", matrix).scale(0, Double.NaN));
    refused(() -> Figures.heatMap("G", matrix).faint("doubtful", Figures.pair("NR-AR", "SR-P53")));
    refused(() -> Figures.heatMap("G", matrix).faint(" "));
    refused(() -> Figures.pair("NR-AR", "NR-AR"));
    refused(() -> Figures.network("J", matrix, 1, 2, 3));
    refused(() -> Figures.network("J", matrix, 1, 2).atLeast(30));
    refused(() -> Figures.runningMean("A", new double[] {1}, new double[] {1}, 0));
    Golden.check("refused-figures.txt", said.toString());
  }

  @Test
  void withoutARuntimeAFigureSaysWhatToAdd() {
    Figure figure = Figures.bars("t", "y");
    RunException refused = assertThrows(RunException.class, () -> figure.save("figure.pdf"));
    Golden.check("no-renderer.txt", refused.getMessage());
  }

  @Test
  void designsThatCannotBe() {
    refused(() -> design().molecules(19));
    refused(() -> design().coverage(0));
    refused(() -> design().noise(-1));
    refused(() -> design().regressions(7));
    refused(() -> design().regressions(-1));
    refused(() -> design().cosines(new double[][] {{1}}));
    refused(() -> design().cosines(new double[][] {{1, 0.5}, {0.4, 1}}));
    refused(() -> design().cosines(new double[][] {{1, 0.5}, {0.5, 2}}));
    refused(() -> design().cosines(new double[][] {{1, 0.5}, {0.5}}));
    refused(() -> design().cosines(new double[][] {{1, 1}, {1, 1}}));
    refused(() -> design().cosines(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}));
    refused(() -> design().cosines(new double[][] {{1, .9, -.9}, {.9, 1, .9}, {-.9, .9, 1}}));
    Golden.check("refused-designs.txt", said.toString());
  }

  @Test
  void tasksThatAMatrixDoesNotHave() {
    TaskMatrix matrix = new TaskMatrix(List.of("NR-AR", "SR-p53"), new double[2][2]);
    refused(() -> matrix.at("NR-AR", "SR-P53x"));
    refused(() -> matrix.select(List.of("liver")));
    refused(() -> matrix.select(List.of("NR-AR", "NR-AR")));
    Golden.check("refused-tasks.txt", said.toString());
  }

  @Test
  void withoutARuntimeTheRunnerSaysWhatToAdd() {
    RunException refused = assertThrows(RunException.class, Runner::open);
    Golden.check("no-runtime.txt", refused.getMessage());
  }
}
