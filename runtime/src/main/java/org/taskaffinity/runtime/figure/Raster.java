package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntBinaryOperator;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * A large matrix as one grey image per hue, each the mask of a rectangle in that hue: a pixel per
 * entry, in colours that still follow light and dark.
 */
record Raster(Canvas canvas, TaskMatrix matrix, Shade shade) {

  void draw(double x, double y, double side, String hatch) {
    int opaque = 255;
    layer("blank", null, x, y, side, (i, j) -> i == j ? opaque : 0);
    layer("more", null, x, y, side, (i, j) -> grey(i, j, "more"));
    if (shade.diverging()) {
      layer("less", null, x, y, side, (i, j) -> grey(i, j, "less"));
    }
    layer(
        "undefined",
        "fill:url(#" + hatch + ")",
        x,
        y,
        side,
        (i, j) -> i != j && Double.isNaN(matrix.at(i, j)) ? opaque : 0);
    canvas
        .body()
        .leaf(
            "rect", "class", "grid", "x", px(x), "y", px(y), "width", px(side), "height", px(side));
  }

  private int grey(int i, int j, String hue) {
    double value = matrix.at(i, j);
    boolean shown = i != j && !Double.isNaN(value) && shade.hue(value).equals(hue);
    return shown ? (int) Math.round(255 * shade.depth(value)) : 0;
  }

  private void layer(
      String hue, String style, double x, double y, double side, IntBinaryOperator grey) {
    String id = canvas.id(hue);
    Markup body = canvas.body();
    String[] box = {"x", px(x), "y", px(y), "width", px(side), "height", px(side)};
    body.open("mask", "id", id, "style", "mask-type:luminance");
    body.leaf(
        "image", join(box, "class", "raster", "preserveAspectRatio", "none", "href", png(grey)));
    body.close();
    body.leaf("rect", join(box, "class", hue, "style", style, "mask", "url(#" + id + ")")).line();
  }

  private String png(IntBinaryOperator grey) {
    int k = matrix.size();
    byte[] pixels = new byte[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        pixels[i * k + j] = (byte) grey.applyAsInt(i, j);
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.grey(pixels, k));
  }

  private static String[] join(String[] first, String... second) {
    String[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
