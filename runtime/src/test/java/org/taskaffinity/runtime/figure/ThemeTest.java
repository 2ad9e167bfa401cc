package org.taskaffinity.runtime.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast as WCAG 2.1 defines it. */
class ThemeTest {
  static Stream<Theme> themes() {
    return Stream.of(Theme.LIGHT, Theme.DARK);
  }

  /** As a browser shows it: the shade over the ground, the text by the classes that it has. */
  @ParameterizedTest
  @MethodSource("themes")
  void valuesCanBeReadOnCellsOfEveryDepth(Theme theme) {
    for (String end : new String[] {"more", "less"}) {
      String hue = end.equals("more") ? theme.more() : theme.less();
      for (int percent = 0; percent <= 100; percent++) {
        double depth = percent / 100.0;
        double[] cell = mixed(rgb(theme.ground()), rgb(hue), depth);
        String text = theme.look("text", "mid " + Theme.valueOn(end, depth)).fill();
        double contrast = contrast(cell, rgb(text));
        assertTrue(contrast >= 4.5, end + " at " + depth + " has contrast " + contrast);
        String plotted =
            Colours.resolved(TextNode.valueOf(Colours.valueOn(end, depth)), theme).asText();
        assertEquals(text, plotted, "Plotly's text has the same colour");
      }
    }
    double[] blank = rgb(theme.blank());
    assertTrue(contrast(blank, rgb(theme.look("text", "mid value").fill())) >= 4.5);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void textAndLinesStandOutFromTheGround(Theme theme) {
    double[] ground = rgb(theme.ground());
    assertTrue(contrast(ground, rgb(theme.ink())) >= 7);
    assertTrue(contrast(ground, rgb(theme.quiet())) >= 4.5);
    for (String series : theme.series()) {
      assertTrue(contrast(ground, rgb(series)) >= 3, series);
    }
  }

  private static double[] rgb(String hex) {
    int value = Integer.parseInt(hex.substring(1), 16);
    return new double[] {value >> 16, value >> 8 & 255, value & 255};
  }

  private static double[] mixed(double[] ground, double[] hue, double depth) {
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (1 - depth) * ground[i] + depth * hue[i];
    }
    return mixed;
  }

  private static double contrast(double[] a, double[] b) {
    double x = luminance(a) + 0.05;
    double y = luminance(b) + 0.05;
    return Math.max(x, y) / Math.min(x, y);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(double channel) {
    double c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
