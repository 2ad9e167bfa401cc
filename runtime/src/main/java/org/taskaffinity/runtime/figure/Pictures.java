package org.taskaffinity.runtime.figure;

import org.taskaffinity.dsl.Figure;

/** From a figure's description to its marks. */
final class Pictures {
  private Pictures() {}

  static Drawing of(Figure figure) {
    return figure.fold(
        new Figure.Cases<>() {
          @Override
          public Drawing heatMap(Figure.HeatMap f) {
            return HeatMapPicture.draw(f);
          }

          @Override
          public Drawing scatter(Figure.Scatter f) {
            return ScatterPicture.draw(f);
          }

          @Override
          public Drawing curve(Figure.Curve f) {
            return CurvePicture.draw(f);
          }

          @Override
          public Drawing bars(Figure.Bars f) {
            return BarsPicture.draw(f);
          }

          @Override
          public Drawing network(Figure.Network f) {
            return NetworkPicture.draw(f);
          }
        });
  }
}
