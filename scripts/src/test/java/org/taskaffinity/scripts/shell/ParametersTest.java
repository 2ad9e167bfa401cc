package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.testing.Golden;

class ParametersTest {
  private static final String JAVA =
      """
      #!/usr/bin/env -S affinity run
      // how long
      int epochs = 10;
      final double rate = 1e-3; // step size
      /** Over
       *  two lines. */
      var name = "a = \\"b\\"; // no comment";
      var encoder = gcn(64, 64)
          .projection(32)
          .norm(Norm.LAYER);
      Encoder other = mlp(3)
      List<Long> seeds = List.of(1L, 2L);
      long[] more = {1, 2};
      var loss = LossOver.MEAN;

      // not about the next

      Path out = Path.of("a", "b");
      boolean fast = false, slow = true;
      var list = new ArrayList<String>();
      var look = experiment("e", planted()).encoder(encoder);
      var result = runner.run(look);
      int twice(int x) { int inner = 2; return inner * x; }
      int four = twice(2);
      for (int i = 0; i < 3; i++) {
      int nested = 3;
      }
      epochs = 12;
      /* int gone = 1; */
      var head = head(epochs);
      var training = adamW(0.1).epochs(3);
      """;

  private static final String KOTLIN =
      """
      // how long
      val epochs = 10
      var rate: Double = 0.001 // step size
      private val name = "a ${if (true) "}" else "b"} = c"
      val text = \"""
          val inner = 1
      \"""
      val encoder: Encoder = gcn(64, 64) { projection(32) }
      val seeds = listOf(1L, 2L)
      val counts = longArrayOf(1, 2)
      val kinds = listOf(LossOver.SUM)
      val out = Path.of("a")
      val on = true
      val data =
          planted()
              .sample(30)
      fun twice(x: Int) = 2 * x
      val four = twice(2)
      val look = experiment("e", data)
      val lazy by lazy { 3 }
      val result = runner.run(look)
      class Inner {
      val nested = 3
      }
      """;

  private static String listed(ScriptLanguage language, String text) {
    StringBuilder out = new StringBuilder();
    for (Parameter p : Parameters.of(language, "s", text)) {
      String value = p.value().replaceAll("\\s*\\n\\s*", " ");
      out.append(p.place().line() + ": " + p.name() + " is " + p.type() + " = " + value);
      out.append(p.comment().isEmpty() ? "\n" : " // " + p.comment() + "\n");
    }
    return out.toString();
  }

  @Test
  void whatIsWrittenOutCanBeSet() {
    Golden.check("parameters-java.txt", listed(ScriptLanguage.JAVA, JAVA));
    Golden.check("parameters-kotlin.txt", listed(ScriptLanguage.KOTLIN, KOTLIN));
  }

  @Test
  void everythingElseIsRefusedWithTheReason() {
    Golden.check(
        "parameters-refused.txt",
        refused(ScriptLanguage.JAVA, "look", JAVA)
            + refused(ScriptLanguage.JAVA, "result", JAVA)
            + refused(ScriptLanguage.JAVA, "four", JAVA)
            + refused(ScriptLanguage.JAVA, "list", JAVA)
            + refused(ScriptLanguage.JAVA, "epoch", "int epochs = 3;")
            + refused(ScriptLanguage.JAVA, "epochs", "")
            + refused(ScriptLanguage.KOTLIN, "look", KOTLIN)
            + refused(ScriptLanguage.KOTLIN, "nested", KOTLIN));
  }

  private static String refused(ScriptLanguage language, String name, String text) {
    Map<String, String> presets = Map.of(name, "1");
    return assertThrows(
                DescriptionException.class,
                () -> Parameters.check(language, presets, "study", text))
            .getMessage()
        + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int;                                        int",
        "java.lang.Integer;                          int",
        "Double;                                     double",
        "java.util.List<java.lang.Long>;             list of long",
        "List<? extends org.taskaffinity.dsl.Encoder>; list of Encoder",
        "org.taskaffinity.dsl.Encoder$Gcn;           Encoder.Gcn",
        "String[];                                   list of String",
        "LongArray;                                  list of long",
        "Array<String>;                              list of String",
        "java.nio.file.Path;                         Path",
        "encoder;                                    ",
        "Map<String, String>;                        ",
        "Object;                                     "
      })
  void typesAreReadAsCompilersWriteThem(String written, String type) {
    assertEquals(type == null ? "" : type, Setting.of(written).map(Setting::toString).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int;        1_000;      1000",
        "int;        3000000000; ",
        "int;        1.5;        ",
        "long;       5L;         5",
        "double;     1e-3;       0.001",
        "double;     ten;        ",
        "boolean;    true;       true",
        "boolean;    yes;        ",
        "LossOver;   mean;       MEAN",
        "LossOver;   LossOver.SUM; SUM",
        "List<Integer>; '1, 2,3'; '[1, 2, 3]'",
        "List<Integer>; ''; '[]'",
        "List<Integer>; '1,,2';",
        "List<String>;  'a, \"b, c\" '; '[a, b, c]'",
        "List<Path>; 'a,b/c'; '[a, b/c]'"
      })
  void valuesAreReadAsTheyAreTyped(String type, String typed, String value) {
    Setting setting = Setting.of(type).orElseThrow();
    String text = typed == null ? "" : typed;
    if (value == null) {
      String said =
          assertThrows(DescriptionException.class, () -> setting.value("x", text, t -> t))
              .getMessage();
      assertEquals("--set x=" + text + ": ", said.substring(0, text.length() + 10));
    } else {
      assertEquals(value, setting.value("x", text, t -> t).toString());
    }
  }

  @Test
  void commasWithinAStatementPartNothing() {
    Setting setting = Setting.of("List<Object>".replace("Object", "Encoder")).orElseThrow();
    List<String> asked = new java.util.ArrayList<>();
    Object encoder = org.taskaffinity.dsl.Mtl.gcn(1);
    setting.value(
        "e",
        "gcn(1, 2), mlp(\")\", 3)",
        text -> {
          asked.add(text);
          return encoder;
        });
    assertEquals(List.of("gcn(1, 2)", "mlp(\")\", 3)"), asked);
  }
}
