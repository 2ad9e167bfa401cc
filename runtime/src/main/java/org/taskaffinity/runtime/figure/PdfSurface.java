package org.taskaffinity.runtime.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A drawing as a page of a PDF, of its own size: lines and text, the font within. */
final class PdfSurface implements Surface {
  /** Cells reach this far below their neighbours, or viewers show the seam between them. */
  private static final double SEAM = 0.3;

  /** Control points of a quarter circle of radius 1 by a cubic Bézier curve. */
  private static final double ROUND = 0.5522847498;

  private final Paper paper = new Paper();
  private final PaperFont letters = PaperFont.get();
  private final Map<List<Double>, PDExtendedGraphicsState> opacities = new HashMap<>();
  private final PDDocument document;
  private final PDPageContentStream page;
  private final PDType0Font font;
  private List<Double> opacity = List.of(1.0, 1.0);

  /** Something that PDFBox does with a stream in memory, which does not fail. */
  private interface Writing {
    void run() throws IOException;
  }

  private PdfSurface(PDDocument document, PDPageContentStream page) throws IOException {
    this.document = document;
    this.page = page;
    font = letters.in(document);
  }

  /** The same drawing gives the same bytes. */
  static byte[] draw(Drawing drawing) {
    try (PDDocument document = new PDDocument()) {
      float width = (float) (drawing.width() * Drawing.UNIT);
      float height = (float) (drawing.height() * Drawing.UNIT);
      PDPage sheet = new PDPage(new PDRectangle(width, height));
      document.addPage(sheet);
      document.setDocumentId(1L);
      document.getDocumentInformation().setTitle(drawing.name());
      document.getDocumentInformation().setSubject(drawing.description());
      document.getDocumentInformation().setCreator("Task Affinity");
      try (PDPageContentStream page = new PDPageContentStream(document, sheet)) {
        float unit = (float) Drawing.UNIT;
        float zero = height + unit * (float) drawing.top();
        page.transform(new Matrix(unit, 0, 0, -unit, 0, zero));
        drawing.on(new PdfSurface(document, page));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void cell(Mark.Cell cell) {
    write(
        () -> {
          opacity(1, 1);
          fillWith(paper.shade(cell.hue(), cell.depth()));
          rectangle(cell.place(), SEAM);
          page.fill();
        });
  }

  @Override
  public void box(Mark.Box box) {
    write(
        () -> {
          opacity(box.opacity(), 1);
          fillWith(Paper.rgb(paper.fill(box.classes()).fill()));
          rectangle(box.place(), 0);
          page.fill();
        });
  }

  @Override
  public void hatched(Mark.Hatched hatched) {
    cell(new Mark.Cell("blank", 1, hatched.place(), ""));
    line(new Mark.Line("axis", Paper.hatch(hatched.place()), "", 1, ""));
  }

  @Override
  public void line(Mark.Line line) {
    Look look = paper.look(line);
    write(
        () -> {
          opacity(look.opacity(), look.strokeOpacity());
          page.setLineWidth((float) look.width());
          page.setLineCapStyle(look.round() ? 1 : 0);
          page.setLineJoinStyle(1);
          page.setLineDashPattern(Paper.dashes(line), 0);
          follow(line.trace());
          paint(look);
        });
  }

  private void follow(Trace trace) {
    trace.follow(
        new Trace.Pen() {
          @Override
          public void move(double x, double y) {
            write(() -> page.moveTo((float) x, (float) y));
          }

          @Override
          public void draw(double x, double y) {
            write(() -> page.lineTo((float) x, (float) y));
          }

          @Override
          public void close() {
            write(page::closePath);
          }
        });
  }

  private void paint(Look look) throws IOException {
    if (look.filled()) {
      fillWith(Paper.rgb(look.fill()));
    }
    if (look.stroked()) {
      strokeWith(Paper.rgb(look.stroke()));
    }
    if (look.filled() && look.stroked()) {
      page.fillAndStroke();
    } else if (look.filled()) {
      page.fill();
    } else {
      page.stroke();
    }
  }

  @Override
  public void dot(Mark.Dot dot) {
    Look look = paper.look("circle", dot.classes());
    write(
        () -> {
          opacity(dot.opacity(), look.strokeOpacity());
          page.setLineWidth((float) look.width());
          page.setLineDashPattern(new float[0], 0);
          circle(dot.x(), dot.y(), dot.radius());
          paint(look);
        });
  }

  private void circle(double x, double y, double r) throws IOException {
    double c = r * ROUND;
    page.moveTo((float) (x + r), (float) y);
    curve(x + r, y + c, x + c, y + r, x, y + r);
    curve(x - c, y + r, x - r, y + c, x - r, y);
    curve(x - r, y - c, x - c, y - r, x, y - r);
    curve(x + c, y - r, x + r, y - c, x + r, y);
    page.closePath();
  }

  private void curve(double x1, double y1, double x2, double y2, double x, double y)
      throws IOException {
    page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
  }

  @Override
  public void label(Mark.Label label) {
    Look look = paper.look("text", label.classes());
    double size = label.size() > 0 ? label.size() : look.size();
    String text = letters.drawable(label.text());
    double shift = look.shift(size * letters.width(text));
    Matrix place = new Matrix(1, 0, 0, 1, (float) label.x(), (float) label.y());
    place.rotate(Math.toRadians(label.turn()));
    place.translate((float) -shift, 0);
    place.scale(1, -1);
    if (look.stroked()) {
      halo(look.halo(), text, place, size);
    }
    write(
        () -> {
          opacity(1, 1);
          fillWith(Paper.rgb(look.fill()));
          page.beginText();
          page.setFont(font, (float) size);
          page.setTextMatrix(place);
          page.setRenderingMode(look.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
          if (look.bold()) {
            strokeWith(Paper.rgb(look.fill()));
            page.setLineWidth((float) (size * PngSurface.BOLD));
            page.setLineDashPattern(new float[0], 0);
          }
          page.showText(text);
          page.endText();
        });
  }

  /** The outline of a text, so that the text itself is there once for those who copy it. */
  private void halo(Look look, String text, Matrix place, double size) {
    AffineTransform upright = place.createAffineTransform();
    upright.scale(size, -size);
    PathIterator path = letters.outline(text).getPathIterator(upright);
    write(
        () -> {
          opacity(1, 1);
          page.setLineWidth((float) look.width());
          page.setLineJoinStyle(1);
          page.setLineDashPattern(new float[0], 0);
          float[] to = new float[6];
          for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
              case PathIterator.SEG_MOVETO -> page.moveTo(to[0], to[1]);
              case PathIterator.SEG_LINETO -> page.lineTo(to[0], to[1]);
              case PathIterator.SEG_QUADTO -> page.curveTo1(to[0], to[1], to[2], to[3]);
              case PathIterator.SEG_CUBICTO ->
                  page.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
              default -> page.closePath();
            }
          }
          paint(look);
        });
  }

  @Override
  public void ramp(Mark.Ramp ramp) {
    paper.ramp(ramp, this::fade);
  }

  private void fade(Mark.Place place, int left, int right) {
    COSDictionary function = new COSDictionary();
    function.setInt(COSName.FUNCTION_TYPE, 2);
    function.setItem(COSName.DOMAIN, numbers(0, 1));
    function.setItem(COSName.C0, numbers(parts(left)));
    function.setItem(COSName.C1, numbers(parts(right)));
    function.setItem(COSName.N, COSInteger.ONE);
    PDShadingType2 shading = new PDShadingType2(new COSDictionary());
    shading.setShadingType(PDShading.SHADING_TYPE2);
    shading.setColorSpace(PDDeviceRGB.INSTANCE);
    shading.setCoords(numbers((float) place.x(), 0, (float) (place.x() + place.width()), 0));
    shading.setFunction(new PDFunctionType2(function));
    write(
        () -> {
          page.saveGraphicsState();
          rectangle(place, 0);
          page.clip();
          page.shadingFill(shading);
          page.restoreGraphicsState();
        });
  }

  private static COSArray numbers(float... values) {
    COSArray array = new COSArray();
    for (float value : values) {
      array.add(new COSFloat(value));
    }
    return array;
  }

  @Override
  public void pixels(Mark.Pixels pixels) {
    BufferedImage image = PngSurface.image(pixels, paper);
    Mark.Place at = pixels.place();
    write(
        () -> {
          opacity(1, 1);
          PDImageXObject drawn = LosslessFactory.createFromImage(document, image);
          drawn.setInterpolate(false);
          float bottom = (float) (at.y() + at.height());
          float height = (float) -at.height();
          page.drawImage(drawn, (float) at.x(), bottom, (float) at.width(), height);
        });
  }

  private void fillWith(int rgb) throws IOException {
    float[] parts = parts(rgb);
    page.setNonStrokingColor(parts[0], parts[1], parts[2]);
  }

  private void strokeWith(int rgb) throws IOException {
    float[] parts = parts(rgb);
    page.setStrokingColor(parts[0], parts[1], parts[2]);
  }

  private static float[] parts(int rgb) {
    return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f};
  }

  private void rectangle(Mark.Place place, double more) throws IOException {
    page.addRect(
        (float) place.x(),
        (float) place.y(),
        (float) (place.width() + more),
        (float) (place.height() + more));
  }

  private void opacity(double fill, double stroke) throws IOException {
    List<Double> wanted = List.of(fill, stroke);
    if (!wanted.equals(opacity)) {
      page.setGraphicsStateParameters(opacities.computeIfAbsent(wanted, PdfSurface::state));
      opacity = wanted;
    }
  }

  private static PDExtendedGraphicsState state(List<Double> opacity) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(opacity.get(0).floatValue());
    state.setStrokingAlphaConstant(opacity.get(1).floatValue());
    return state;
  }
}
