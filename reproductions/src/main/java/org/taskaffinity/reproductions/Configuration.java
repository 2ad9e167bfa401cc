package org.taskaffinity.reproductions;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Head;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.dsl.Training;
import org.taskaffinity.dsl.Window;

/** What an experiment is made of, in the words of Tables 3 and 4 where they have one. */
final class Configuration {
  private Configuration() {}

  /** What is said of a kind of encoder. */
  private record Kind(String name, String pooling, String activation) {}

  private static Kind kind(Encoder encoder) {
    String mean = "global mean";
    return encoder.fold(
        new Encoder.Cases<Kind>() {
          @Override
          public Kind gcn(Encoder.Gcn e) {
            return new Kind("GCN", mean, "ReLU");
          }

          @Override
          public Kind mlp(Encoder.Mlp e) {
            return new Kind("MLP", "none", "ReLU");
          }

          @Override
          public Kind ecfpMlp(Encoder.EcfpMlp e) {
            return new Kind("ECFP4, MLP", "none", "ReLU");
          }

          @Override
          public Kind gat(Encoder.Gat e) {
            return new Kind("GAT", mean, "ELU");
          }

          @Override
          public Kind gin(Encoder.Gin e) {
            return new Kind("GIN", mean, "ReLU");
          }

          @Override
          public Kind cnn(Encoder.Cnn e) {
            return new Kind("1D-CNN", "global maximum", "ReLU");
          }

          @Override
          public Kind dmpnn(Encoder.Dmpnn e) {
            return new Kind("D-MPNN", mean, "ReLU");
          }
        });
  }

  /** The network: the paper's rows, and what it leaves unsaid. */
  static void network(Experiment experiment, Plan plan, Findings found) {
    Encoder encoder = experiment.encoder();
    Kind kind = kind(encoder);
    int width =
        encoder.projection() > 0
            ? encoder.projection()
            : encoder.widths().get(encoder.widths().size() - 1);
    found.say("encoder type", kind.name());
    found.say("message-passing layers", plain(encoder.widths().size()));
    found.say("hidden dimensions", encoder.widths().toString());
    found.say("graph pooling", kind.pooling());
    found.say("activation", kind.activation());
    found.say("dropout rate", plain(encoder.dropout()));
    found.say("task head", head(experiment.head(), width));
    long encoderParameters = plan.parameters().encoder();
    found.add("total parameters", encoderParameters + plan.parameters().heads());
    found.add("parameters of the encoder", encoderParameters);
    found.add("tasks", plan.tasks().size());
    found.say("normalisation of the encoder", norm(encoder.norm()));
    found.say("normalisation of the heads", norm(experiment.head().norm()));
    found.say("dropout rate of the heads", plain(experiment.head().dropout()));
    found.say(
        "projection behind the pooling",
        encoder.projection() == 0 ? "none" : "to " + encoder.projection());
  }

  private static String head(Head head, int in) {
    return head.width() == 0 ? "linear " + in + "-1" : "MLP " + in + "-" + head.width() + "-1";
  }

  private static String norm(Norm norm) {
    return switch (norm) {
      case BATCH -> "batch norm";
      case LAYER -> "layer norm";
      case NONE -> "none";
    };
  }

  /** The training: the paper's rows, and what it leaves unsaid. */
  static void training(Experiment experiment, Findings found) {
    Training training = experiment.training();
    found.say("optimizer", training.optimiser().getClass().getSimpleName());
    found.say("learning rate", plain(training.learningRate()));
    found.say("weight decay", plain(training.weightDecay()));
    found.say("batch size", plain(training.batchSize()));
    found.say("max epochs", plain(training.epochs()));
    found.say(
        "early stopping",
        training
            .stopping()
            .map(s -> s.patience() + " epochs, " + lower(s.metric()) + " of validation")
            .orElse("none"));
    found.say("gradient clipping", plain(training.clip()));
    found.say("logging interval", every(experiment.capture().every()));
    found.say("averaging window", window(experiment.capture().window()));
    found.say(
        "learning-rate schedule",
        training.schedule() == Schedule.COSINE ? "cosine, to a hundredth" : "constant");
    found.say(
        "loss over tasks", training.combination() instanceof Combination.Mean ? "mean" : "sum");
    found.say(
        "task without a label in a logged batch",
        experiment.capture().absent() == Absent.ZERO ? "cosine 0" : "missing");
    found.say("split", experiment.split().toString());
    found.say("data", experiment.data().toString());
  }

  /**
   * How E is computed.
   *
   * @param training what is trained
   * @param labels what E is read off: the same, or the same on other rows
   */
  static void labels(Experiment training, Experiment labels, Findings found) {
    LabelCorrelation e = labels.labelCorrelation();
    String rows = lower(e.rows()) + " rows";
    boolean same = labels.data().equals(training.data());
    found.say(
        "E",
        (same ? rows : rows + " of " + labels.data())
            + ", "
            + e.minimumShared()
            + " shared at least");
  }

  private static String every(int steps) {
    return steps == 1 ? "every step" : "every " + steps + " steps";
  }

  private static String window(Window window) {
    if (window instanceof Window.Last last) {
      return String.format(Locale.ROOT, "final %.0f %%", 100 * last.fraction());
    }
    return window instanceof Window.All ? "all steps" : window.toString();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String lower(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Epochs of every subject's training in a lane, where they differ from one to another. */
  static String epochs(List<Subject> subjects, Lane lane, Budget budget) {
    return String.join(
        ", ",
        subjects.stream()
            .flatMap(
                s ->
                    s.in(lane, budget).stream()
                        .limit(1)
                        .map(e -> s.key() + " " + e.training().epochs()))
            .toList());
  }

  /** The seeds that trainings of a subject have in a lane. */
  static int seeds(Subject subject, Lane lane, Budget budget) {
    return subject.in(lane, budget).size();
  }
}
