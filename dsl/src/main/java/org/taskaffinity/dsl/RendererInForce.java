package org.taskaffinity.dsl;

import java.util.ServiceLoader;

/** Which renderer figures are drawn by. */
final class RendererInForce {
  private static volatile Figure.Renderer renderer;

  private RendererInForce() {}

  static Figure.Renderer get() {
    Figure.Renderer known = renderer;
    return known != null ? known : onTheClassPath();
  }

  static Figure.Using use(Figure.Renderer other) {
    Figure.Renderer before = renderer;
    renderer = other;
    return () -> renderer = before;
  }

  private static Figure.Renderer onTheClassPath() {
    return ServiceLoader.load(Figure.Renderer.class)
        .findFirst()
        .orElseThrow(
            () ->
                new RunException(
                    "No runtime on the class path, so this figure can be described but not drawn.\n"
                        + "  add: org.taskaffinity:taskaffinity-runtime"));
  }
}
