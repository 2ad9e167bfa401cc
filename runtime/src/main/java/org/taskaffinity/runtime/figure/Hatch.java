package org.taskaffinity.runtime.figure;

/** The pattern of cells whose value is undefined. */
record Hatch(Canvas canvas) {

  /** Defines the pattern and returns its id. */
  String define() {
    String id = canvas.id("hatch");
    Markup body = canvas.body();
    body.open("defs")
        .open(
            "pattern",
            "id",
            id,
            "width",
            "5",
            "height",
            "5",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)");
    body.leaf("rect", "class", "blank", "width", "5", "height", "5");
    body.leaf("path", "class", "axis", "d", "M0 0V5");
    body.close().close().line();
    return id;
  }
}
