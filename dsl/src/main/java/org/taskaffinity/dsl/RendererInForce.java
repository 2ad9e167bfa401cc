package org.taskaffinity.dsl;

import java.util.ServiceLoader;

/** Which renderer figures are drawn by. */
final class RendererInForce {
  private static volatile Renderer renderer;

  private RendererInForce() {}

  static Renderer get() {
    Renderer known = renderer;
    return known != null ? known : onTheClassPath();
  }

  static Renderer.Using use(Renderer other) {
    Renderer before = renderer;
    renderer = other;
    return () -> renderer = before;
  }

  private static Renderer onTheClassPath() {
    return ServiceLoader.load(Renderer.class)
        .findFirst()
        .orElseThrow(
            () ->
                new RunException(
                    "No runtime on the class path, so this figure can be described but not drawn.\n"
                        + "  add: org.taskaffinity:taskaffinity-runtime"));
  }
}
