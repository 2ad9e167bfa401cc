package org.taskaffinity.dsl;

import java.util.List;
import java.util.stream.IntStream;

/** Where a dataset's rows come from. */
public sealed interface Source {

  /** One answer per kind of source. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind of source.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R catalogue(Catalogue source);

    R file(File source);

    R planted(Planted source);
  }

  /**
   * A data set of the catalogue.
   *
   * @param name as the catalogue writes it, for example {@code tox21}
   */
  record Catalogue(String name) implements Source {
    public Catalogue {
      Check.name("a dataset", name);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.catalogue(this);
    }
  }

  /**
   * A file of one's own: CSV, TSV, an Excel workbook (.xlsx), an SD file, {@code .gz} or a {@code
   * .zip} of one; a line names the columns.
   *
   * @param name what to call it
   * @param path where it lies
   * @param smiles column that holds the molecules; empty to look for one by name and content
   * @param sheet of a workbook the sheet, of a .zip the file in it; empty to look for it
   * @param features numeric columns to learn from in place of molecules; empty for none
   */
  record File(String name, String path, String smiles, String sheet, List<String> features)
      implements Source {
    public File {
      Check.name("a dataset", name);
      Check.name("a file", path);
      Check.distinct("feature column", features);
      features = List.copyOf(features);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.file(this);
    }
  }

  /**
   * Rows made in code, with a known answer: molecules assembled from fragments, latent features of
   * each molecule (its counts of fragments, whitened), and tasks that are linear combinations of
   * them, whose weights have a designed matrix of cosines.
   *
   * <pre>
   *   y_t = z·w_t + noise · ε      cos(w_s, w_t) = C[s][t]
   * </pre>
   *
   * <p>A classification asks whether y_t lies above its median. Tasks are called T1, T2, …
   *
   * @param molecules number of rows, at least 20
   * @param cosines the designed C, [K][K]: symmetric, unit diagonal, positive definite
   * @param regressions how many tasks, the last ones, are regressions
   * @param coverage chance in (0, 1] that a label is measured
   * @param noise standard deviation of the noise, where the noiseless label has 1
   * @param seed seed of the data itself, apart from the experiment's
   */
  record Planted(
      int molecules,
      List<List<Double>> cosines,
      int regressions,
      double coverage,
      double noise,
      long seed)
      implements Source {
    public Planted {
      Check.atLeast(20, "molecules", molecules, "Write molecules(2400)");
      cosines = Cosines.checked(cosines);
      Check.fraction("coverage", coverage, "0.8 measures four labels in five");
      Check.notNegative("noise", noise, "Write noise(0.1)");
      if (regressions < 0 || regressions > cosines.size()) {
        throw new DescriptionException(
            "regressions("
                + regressions
                + ") does not fit "
                + cosines.size()
                + " tasks. Write a number from 0 to "
                + cosines.size()
                + ".");
      }
    }

    /** The designed cosines of the tasks T1, T2, …: what a good affinity finds again. */
    public TaskMatrix truth() {
      List<String> names = IntStream.rangeClosed(1, cosines.size()).mapToObj(t -> "T" + t).toList();
      double[][] values =
          cosines.stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
              .toArray(double[][]::new);
      return new TaskMatrix(names, values);
    }

    public Planted molecules(int count) {
      return new Planted(count, cosines, regressions, coverage, noise, seed);
    }

    /** Another design: C as [K][K]. At most K tasks stay regressions. */
    public Planted cosines(double[][] designed) {
      List<List<Double>> rows = Cosines.rows(designed);
      return new Planted(
          molecules, rows, Math.min(regressions, rows.size()), coverage, noise, seed);
    }

    public Planted regressions(int count) {
      return new Planted(molecules, cosines, count, coverage, noise, seed);
    }

    public Planted coverage(double fraction) {
      return new Planted(molecules, cosines, regressions, fraction, noise, seed);
    }

    public Planted noise(double sd) {
      return new Planted(molecules, cosines, regressions, coverage, sd, seed);
    }

    public Planted seed(long chosen) {
      return new Planted(molecules, cosines, regressions, coverage, noise, chosen);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.planted(this);
    }

    @Override
    public String toString() {
      return "design().molecules("
          + molecules
          + ").cosines("
          + Cosines.said(cosines)
          + ").regressions("
          + regressions
          + ").coverage("
          + coverage
          + ").noise("
          + noise
          + ").seed("
          + Say.number(seed)
          + ")";
    }
  }
}
