package org.taskaffinity.runtime.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A drawing as pixels, for programs that take neither SVG nor PDF. Text is drawn by its outlines,
 * so no font of the machine is asked for.
 */
final class PngSurface implements Surface {
  /** What journals ask of pictures with text. */
  static final int DOTS_PER_INCH = 300;

  /** Thickness of the line that makes text bold, in em. */
  static final double BOLD = 0.03;

  private final Paper paper = new Paper();
  private final PaperFont letters = PaperFont.get();
  private final Graphics2D graphics;

  private PngSurface(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static byte[] draw(Drawing drawing) {
    double unit = Drawing.UNIT / 72 * DOTS_PER_INCH;
    int width = (int) Math.ceil(drawing.width() * unit);
    int height = (int) Math.ceil(drawing.height() * unit);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.decode(Paper.THEME.ground()));
      graphics.fillRect(0, 0, width, height);
      graphics.scale(unit, unit);
      graphics.translate(0, -drawing.top());
      drawing.on(new PngSurface(graphics));
    } finally {
      graphics.dispose();
    }
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return Png.rgb(pixels, width, DOTS_PER_INCH);
  }

  /** A pixel an entry. */
  static BufferedImage image(Mark.Pixels pixels, Paper paper) {
    int k = pixels.matrix().size();
    BufferedImage image = new BufferedImage(k, k, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        image.setRGB(j, i, colour(pixels, i, j, paper));
      }
    }
    return image;
  }

  /** No pixel has room for a hatch: what is undefined is the grey of axes. */
  private static int colour(Mark.Pixels pixels, int i, int j, Paper paper) {
    return pixels.hue(i, j).equals("undefined")
        ? Paper.rgb(Paper.THEME.quiet())
        : paper.shade(pixels.hue(i, j), pixels.depth(i, j));
  }

  @Override
  public void cell(Mark.Cell cell) {
    // Without smoothing, so that no seam is left between neighbours.
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    fill(rectangle(cell.place()), paper.shade(cell.hue(), cell.depth()), 1);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  @Override
  public void box(Mark.Box box) {
    fill(rectangle(box.place()), Paper.rgb(paper.fill(box.classes()).fill()), box.opacity());
  }

  @Override
  public void hatched(Mark.Hatched hatched) {
    cell(new Mark.Cell("blank", 1, hatched.place(), ""));
    line(new Mark.Line("axis", Paper.hatch(hatched.place()), "", 1, ""));
  }

  @Override
  public void line(Mark.Line line) {
    Look look = paper.look(line);
    Path2D.Double path = new Path2D.Double();
    line.trace()
        .follow(
            new Trace.Pen() {
              @Override
              public void move(double x, double y) {
                path.moveTo(x, y);
              }

              @Override
              public void draw(double x, double y) {
                path.lineTo(x, y);
              }

              @Override
              public void close() {
                path.closePath();
              }
            });
    paint(path, look, look.opacity(), Paper.dashes(line));
  }

  @Override
  public void dot(Mark.Dot dot) {
    double r = dot.radius();
    Shape circle = new Ellipse2D.Double(dot.x() - r, dot.y() - r, 2 * r, 2 * r);
    paint(circle, paper.look("circle", dot.classes()), dot.opacity(), new float[0]);
  }

  private void paint(Shape shape, Look look, double opacity, float[] dashes) {
    if (look.filled()) {
      fill(shape, Paper.rgb(look.fill()), opacity);
    }
    if (look.stroked()) {
      int cap = look.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
      graphics.setStroke(
          new BasicStroke(
              (float) look.width(),
              cap,
              BasicStroke.JOIN_ROUND,
              10,
              dashes.length == 0 ? null : dashes,
              0));
      graphics.setColor(faded(Paper.rgb(look.stroke()), look.strokeOpacity()));
      graphics.draw(shape);
    }
  }

  private void fill(Shape shape, int rgb, double opacity) {
    graphics.setColor(faded(rgb, opacity));
    graphics.fill(shape);
  }

  private static Color faded(int rgb, double opacity) {
    return new Color(rgb | (int) Math.round(255 * opacity) << 24, true);
  }

  @Override
  public void label(Mark.Label label) {
    Look look = paper.look("text", label.classes());
    double size = label.size() > 0 ? label.size() : look.size();
    String text = letters.drawable(label.text());
    AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
    place.rotate(Math.toRadians(label.turn()));
    place.translate(-look.shift(size * letters.width(text)), 0);
    place.scale(size, size);
    Shape outline = place.createTransformedShape(letters.outline(text));
    if (look.stroked()) {
      paint(outline, look.halo(), 1, new float[0]);
    }
    fill(outline, Paper.rgb(look.fill()), 1);
    if (look.bold()) {
      graphics.setStroke(new BasicStroke((float) (size * BOLD)));
      graphics.draw(outline);
    }
  }

  @Override
  public void ramp(Mark.Ramp ramp) {
    paper.ramp(ramp, this::fade);
  }

  private void fade(Mark.Place place, int left, int right) {
    float from = (float) place.x();
    float to = (float) (place.x() + place.width());
    graphics.setPaint(new GradientPaint(from, 0, new Color(left), to, 0, new Color(right)));
    graphics.fill(rectangle(place));
  }

  @Override
  public void pixels(Mark.Pixels pixels) {
    Mark.Place at = pixels.place();
    BufferedImage image = image(pixels, paper);
    AffineTransform place = AffineTransform.getTranslateInstance(at.x(), at.y());
    place.scale(at.width() / image.getWidth(), at.height() / image.getHeight());
    graphics.drawImage(image, place, null);
  }

  private static Rectangle2D rectangle(Mark.Place place) {
    return new Rectangle2D.Double(place.x(), place.y(), place.width(), place.height());
  }
}
