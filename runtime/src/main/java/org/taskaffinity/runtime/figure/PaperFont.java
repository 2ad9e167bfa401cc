package org.taskaffinity.runtime.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of figures on paper: Liberation Sans, which PDFBox carries (SIL Open Font License), so
 * that a machine without any font draws the same. For safety among threads it is used by one at a
 * time.
 */
final class PaperFont {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** U+25A1, what stands for a character that the font does not have. */
  private static final int BOX = 0x25a1;

  private static PaperFont known;

  private final byte[] file;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;
  private final Map<Integer, GeneralPath> outlines = new HashMap<>();

  private PaperFont() throws IOException {
    try (InputStream in = PDDocument.class.getResourceAsStream(FILE)) {
      file = in.readAllBytes();
    }
    font = parsed();
    glyphs = font.getUnicodeCmapLookup();
    unitsPerEm = font.getUnitsPerEm();
  }

  static synchronized PaperFont get() {
    if (known == null) {
      try {
        known = new PaperFont();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }

  /** Ligatures would cost ten times as long, and "fi" could not be searched for. */
  private TrueTypeFont parsed() throws IOException {
    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
    parsed.setEnableGsub(false);
    return parsed;
  }

  /** The font for a document, which holds what its text uses of it. */
  PDType0Font in(PDDocument document) throws IOException {
    TrueTypeFont own = parsed();
    document.registerTrueTypeFontForClosing(own);
    return PDType0Font.load(document, own, true);
  }

  /**
   * What of a text can be drawn: what directs text but has no shape of its own is left out, white
   * space is a space, and a box stands for a character that is missing.
   */
  synchronized String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .map(c -> glyphs.getGlyphId(c) == 0 || Character.isISOControl(c) ? BOX : c)
        .forEach(drawable::appendCodePoint);
    return drawable.toString();
  }

  /** The advance of a drawable text in a font of size 1. */
  synchronized double width(String drawable) {
    double width = 0;
    for (int c : drawable.codePoints().toArray()) {
      width += advance(glyphs.getGlyphId(c));
    }
    return width;
  }

  /** The outline of a drawable text in a font of size 1, its base line at 0 and y downwards. */
  synchronized Path2D outline(String drawable) {
    Path2D.Double outline = new Path2D.Double();
    double x = 0;
    for (int c : drawable.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(c);
      AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
      place.scale(1 / unitsPerEm, -1 / unitsPerEm);
      outline.append(outlines.computeIfAbsent(glyph, this::shape).getPathIterator(place), false);
      x += advance(glyph);
    }
    return outline;
  }

  private double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GeneralPath shape(int glyph) {
    try {
      var data = font.getGlyph().getGlyph(glyph);
      return data == null ? new GeneralPath() : data.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
