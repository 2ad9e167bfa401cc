package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sizes that an encoder has where none are given. */
final class UsualEncoders {
  private UsualEncoders() {}

  /** Every kind of encoder by its verb. */
  static Map<String, Encoder> all() {
    Map<String, Encoder> usual = new LinkedHashMap<>();
    usual.put("gcn", Mtl.gcn(256, 256, 256));
    usual.put("gat", Mtl.gat(256, 256, 256));
    usual.put("gin", Mtl.gin(256, 256, 256));
    usual.put("dmpnn", Mtl.dmpnn());
    usual.put("cnn", Mtl.cnn(128));
    usual.put("mlp", Mtl.mlp(512, 256));
    usual.put("ecfpMlp", Mtl.ecfpMlp(512, 256));
    return Collections.unmodifiableMap(usual);
  }

  static List<Integer> boxed(int... widths) {
    return Arrays.stream(widths).boxed().toList();
  }

  /** Attention heads: 4, or 2 or 1 where 4 do not divide the widths before the last. */
  static int heads(int[] widths) {
    return divided(widths, 4) ? 4 : divided(widths, 2) ? 2 : 1;
  }

  private static boolean divided(int[] widths, int heads) {
    return Arrays.stream(widths)
        .limit(Math.max(0, widths.length - 1))
        .allMatch(width -> width % heads == 0);
  }
}
