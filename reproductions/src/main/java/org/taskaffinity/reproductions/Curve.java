package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Curves of r over the overlap o in (0, 1] that are compared with one another. */
enum Curve {
  /** Equation 5, r = L / (1 + exp(−k (100 o − x0))) + b: L, k per point, x0 in points, b. */
  SIGMOID("equation 5", new double[] {0, .01, 0, -1}, new double[] {1.5, .5, 100, 1}) {
    @Override
    double at(double o, double[] p) {
      return p[0] / (1 + Math.exp(-p[1] * (100 * o - p[2]))) + p[3];
    }

    @Override
    List<double[]> starts() {
      return List.of(
          new double[] {0.8, 0.1, 50, 0.1},
          new double[] {0.8, 0.15, 30, 0},
          new double[] {0.6, 0.05, 20, 0},
          new double[] {0.8, 0.03, 10, 0});
    }
  },
  /** Equation 5 without its offset, r = L / (1 + exp(−k (100 o − x0))). */
  SIGMOID_3("equation 5 with b = 0", new double[] {0, .01, -100}, new double[] {1.5, .5, 100}) {
    @Override
    double at(double o, double[] p) {
      return p[0] / (1 + Math.exp(-p[1] * (100 * o - p[2])));
    }

    @Override
    List<double[]> starts() {
      return List.of(new double[] {0.8, 0.1, 30}, new double[] {0.9, 0.05, 10});
    }
  },
  /** Equation 7, r = ρ o s / (o s + (1 − o)) with s = σ_s²/σ_n²: ρ and α0 = 1 / (1 + s). */
  SATURATING("equation 7", new double[] {-1.5, 1e-4}, new double[] {1.5, 1 - 1e-4}) {
    @Override
    double at(double o, double[] p) {
      double s = 1 / p[1] - 1;
      return p[0] * o * s / (o * s + 1 - o);
    }

    @Override
    List<double[]> starts() {
      return List.of(new double[] {0.8, 0.3}, new double[] {0.9, 0.1}, new double[] {0.6, 0.6});
    }
  },
  /**
   * Attenuation by the noise of E and G where the shared count falls as o²: r = a √(o² / (o² + c)).
   */
  ATTENUATION(
      "attenuation in the shared count", new double[] {-1.5, 1e-6}, new double[] {1.5, 100}) {
    @Override
    double at(double o, double[] p) {
      return p[0] * Math.sqrt(o * o / (o * o + p[1]));
    }

    @Override
    List<double[]> starts() {
      return List.of(new double[] {0.9, 0.05}, new double[] {0.9, 0.5});
    }
  },
  /** r = a + b o. */
  LINE("line", new double[] {-5, -10}, new double[] {5, 10}) {
    @Override
    double at(double o, double[] p) {
      return p[0] + p[1] * o;
    }

    @Override
    List<double[]> starts() {
      return List.of(new double[] {0.2, 0.7});
    }
  },
  /** r = a + b ln o. */
  LOGARITHM("logarithm", new double[] {-5, -10}, new double[] {5, 10}) {
    @Override
    double at(double o, double[] p) {
      return p[0] + p[1] * Math.log(o);
    }

    @Override
    List<double[]> starts() {
      return List.of(new double[] {0.9, 0.3});
    }
  },
  /** r = a below the threshold c and b from it on; fitted by trying every gap between levels. */
  STEP("step", new double[] {-1, -1, 0}, new double[] {1, 1, 1}) {
    @Override
    double at(double o, double[] p) {
      return o < p[2] ? p[0] : p[1];
    }

    @Override
    List<double[]> starts() {
      return List.of();
    }
  };

  private final String said;
  private final double[] least;
  private final double[] most;

  Curve(String said, double[] least, double[] most) {
    this.said = said;
    this.least = least;
    this.most = most;
  }

  abstract double at(double o, double[] parameters);

  /** Where the search begins, by hand; the first is the public code's for equation 5. */
  abstract List<double[]> starts();

  /** How many parameters it has. */
  int size() {
    return least.length;
  }

  String said() {
    return said;
  }

  /** Parameters within their bounds; those of equation 5 are the public code's. */
  double[] bounded(double[] p) {
    double[] out = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      out[i] = Math.min(most[i], Math.max(least[i], p[i]));
    }
    return out;
  }

  /** Which parameters lie on a bound, where a value says nothing of its own. */
  List<Integer> atBounds(double[] p) {
    List<Integer> at = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      double near = 1e-6 * (most[i] - least[i]);
      if (p[i] <= least[i] + near || p[i] >= most[i] - near) {
        at.add(i);
      }
    }
    return at;
  }

  /** The starts by hand, and others drawn evenly within the bounds. */
  List<double[]> starts(int drawn) {
    List<double[]> all = new ArrayList<>(starts());
    Random random = new Random(7);
    for (int i = 0; i < drawn; i++) {
      double[] start = new double[size()];
      for (int j = 0; j < start.length; j++) {
        start[j] = least[j] + random.nextDouble() * (most[j] - least[j]);
      }
      all.add(start);
    }
    return all;
  }
}
