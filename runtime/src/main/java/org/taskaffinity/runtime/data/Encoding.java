package org.taskaffinity.runtime.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.taskaffinity.dsl.PlanException;

/** Whether bytes are text in UTF-8, and if not, what they are. */
final class Encoding {
  private static final int CONTROLS = 0x20;

  /** Control characters that text may hold. */
  private static final String TEXT = "\t\n\r\u000b\f\u001a";

  private static final int SHOWN = 12;

  private Encoding() {}

  /**
   * @throws PlanException if the bytes are not, with the place of the first that is not
   */
  static void requireUtf8(String where, byte[] bytes) {
    int bad = firstOther(bytes);
    int control = control(bytes);
    if (bad < 0 && control < 0) {
      return;
    }
    if (control >= 0) {
      throw FileKind.refused(
          where,
          "not a table: it holds bytes that are no text, the first in line " + line(bytes, control),
          "save it as CSV (UTF-8); tables in .csv, .tsv, .xlsx and .sdf can be read");
    }
    String charset = windows(bytes) ? "CP1252" : "LATIN1";
    throw new PlanException(
        "The file "
            + where
            + " is not text in UTF-8: its letters would be misread. Line "
            + line(bytes, bad)
            + " holds a byte "
            + String.format("0x%02X", bytes[bad] & 0xff)
            + ", in "
            + (windows(bytes) ? "Windows-1252" : "Latin-1")
            + " \""
            + around(bytes, bad, windows(bytes) ? "windows-1252" : "ISO-8859-1")
            + "\".\n  save it as UTF-8, or run: iconv -f "
            + charset
            + " -t UTF-8 "
            + where
            + " > utf8.csv");
  }

  /** Where the first byte lies that is no part of a letter in UTF-8; −1 if there is none. */
  private static int firstOther(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      out.clear();
    }
  }

  /**
   * Where the first control character stands that no text holds, or −1. Spreadsheets write a line
   * break within a cell as a vertical tab, DOS the end of a file as 0x1A.
   */
  private static int control(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0 && bytes[i] < CONTROLS && TEXT.indexOf(bytes[i]) < 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean windows(byte[] bytes) {
    for (byte b : bytes) {
      if ((b & 0xff) >= 0x80 && (b & 0xff) < 0xa0) {
        return true;
      }
    }
    return false;
  }

  private static int line(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n' ? 1 : 0;
    }
    return line;
  }

  private static String around(byte[] bytes, int at, String charset) {
    int from = Math.max(0, at - SHOWN);
    int to = Math.min(bytes.length, at + SHOWN);
    return Blank.shown(
        new String(bytes, from, to - from, Charset.forName(charset)).replaceAll("[\r\n]", " "));
  }
}
