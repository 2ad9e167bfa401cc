package org.taskaffinity.dsl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files and folders made from any text, such as the name of an experiment or of an
 * overlap.
 *
 * <p>Different texts have different names. A text that every system takes as a file's name stays as
 * it is: letters and digits of any script, {@code . _ + -}. In any other text what is not allowed
 * becomes a dash, and the start of the text's SHA-256 follows:
 *
 * <pre>
 *   tox21                tox21
 *   p &lt; .5               p-.5~d1d2a247
 *   p &gt; .5               p-.5~83de502f
 * </pre>
 *
 * <p>So are texts treated that are empty, are longer than 120 bytes, start with a dot or a dash,
 * end with a dot, or are reserved on Windows ({@code con}, {@code nul.txt}). Two texts that differ
 * in case alone have names that do so, too; {@link #distinct} separates those as well.
 */
public final class FileName {
  /** Bytes of a name in UTF-8, apart from the hash and an ending. */
  private static final int LONGEST = 120;

  private static final int HASH = 8;

  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._+-]+");
  private static final Pattern WHOLE =
      Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}._+-]*[\\p{L}\\p{M}\\p{N}_+-])?");
  private static final Pattern ENDS = Pattern.compile("^[.\\p{M}-]+|[.-]+$");
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?iu)(?:con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\\..*)?");

  private FileName() {}

  /**
   * The name of a file or folder for a text, without an ending.
   *
   * @param text anything; never null
   */
  public static String of(String text) {
    return plain(text) ? text : hashed(text);
  }

  /**
   * Names for several texts, no two of which are the same file on a system that ignores case; equal
   * texts are numbered.
   *
   * @param texts in the order of the names
   */
  public static List<String> distinct(List<String> texts) {
    Map<String, Integer> alike = new HashMap<>();
    new HashSet<>(texts).forEach(text -> alike.merge(folded(of(text)), 1, Integer::sum));
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      String name = alike.get(folded(of(text))) > 1 ? hashed(text) : of(text);
      String free = name;
      for (int n = 2; !taken.add(folded(free)); n++) {
        free = name + "~" + n;
      }
      names.add(free);
    }
    return names;
  }

  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean plain(String text) {
    return bytes(text) <= LONGEST
        && WHOLE.matcher(text).matches()
        && !RESERVED.matcher(text).matches()
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static String hashed(String text) {
    String dashed = OTHER.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("-");
    String bare = ENDS.matcher(cut(ENDS.matcher(dashed).replaceAll(""))).replaceAll("");
    String start = bare.isEmpty() ? "unnamed" : bare;
    String safe = RESERVED.matcher(start).matches() ? "_" + start : start;
    return safe + "~" + sha256(text).substring(0, HASH);
  }

  private static String cut(String text) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > LONGEST) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
