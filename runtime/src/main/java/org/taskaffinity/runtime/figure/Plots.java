package org.taskaffinity.runtime.figure;

import org.taskaffinity.dsl.Figure;

/** From a figure's description to what Plotly draws. */
final class Plots {
  private Plots() {}

  static Plot of(Figure figure) {
    return figure.fold(
        new Figure.Cases<>() {
          @Override
          public Plot heatMap(Figure.HeatMap f) {
            return HeatMapPlot.of(f);
          }

          @Override
          public Plot scatter(Figure.Scatter f) {
            return LinePlots.scatter(f);
          }

          @Override
          public Plot curve(Figure.Curve f) {
            return LinePlots.curve(f);
          }

          @Override
          public Plot bars(Figure.Bars f) {
            return LinePlots.bars(f);
          }

          @Override
          public Plot network(Figure.Network f) {
            return NetworkPlot.of(f);
          }
        });
  }
}
