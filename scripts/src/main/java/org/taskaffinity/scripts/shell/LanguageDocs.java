package org.taskaffinity.scripts.shell;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.taskaffinity.dsl.Mtl;

/**
 * The Javadoc of the language, read from the sources that lie in its jar. A file is read when
 * something of it is first asked for.
 */
final class LanguageDocs {
  private static final String FOLDER = "/META-INF/sources/org/taskaffinity/dsl/";

  /** By file; what is asked twice is read once. */
  private static final Map<String, Map<String, Described>> READ = new ConcurrentHashMap<>();

  private LanguageDocs() {}

  /** Of a signature as JShell writes it: {@code Experiment Experiment.overlap(Overlap chosen)}. */
  static Optional<Described> ofSignature(String signature) {
    String head = signature.replaceFirst("\\s+throws .*$", "");
    int bracket = head.indexOf('(');
    String before = (bracket < 0 ? head : head.substring(0, bracket)).strip();
    String name = before.substring(before.lastIndexOf(' ') + 1);
    String types = bracket < 0 ? "" : types(head.substring(bracket + 1, head.lastIndexOf(')')));
    return find(name.replaceFirst("^org\\.taskaffinity\\.dsl\\.", ""), bracket < 0, types)
        .map(d -> new Described(d.name(), signature, d.summary(), d.text()));
  }

  private static Optional<Described> find(String name, boolean type, String parameters) {
    Map<String, Described> file = of(name.replaceFirst("\\..*", ""));
    return Optional.ofNullable(file.get(type ? name : name + "(" + parameters + ")"));
  }

  /** Everything of that name in a type, or in an interface of it: the overloads of a verb. */
  static List<Described> named(String type, String word) {
    String lead = type + "." + word + "(";
    List<Described> own =
        of(type.replaceFirst("\\..*", "")).entrySet().stream()
            .filter(e -> e.getKey().startsWith(lead))
            .map(Map.Entry::getValue)
            .toList();
    return own.isEmpty()
        ? LanguageTypes.interfacesOf(type).stream().flatMap(t -> named(t, word).stream()).toList()
        : own;
  }

  /** Everything that can be called on a type, in the order of its source. */
  static List<Described> membersOf(String type) {
    return of(type).entrySet().stream()
        .filter(e -> e.getKey().matches(Pattern.quote(type) + "\\.\\w+\\(.*"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A source as it stands; empty if there is none. */
  static String source(String file) {
    try (InputStream in = Mtl.class.getResourceAsStream(FOLDER + file + ".java")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A type itself. */
  static Optional<Described> type(String name) {
    return find(name, true, "");
  }

  private static Map<String, Described> of(String file) {
    return file.matches("\\w+") ? READ.computeIfAbsent(file, LanguageDocs::read) : Map.of();
  }

  private static Map<String, Described> read(String file) {
    String text = source(file);
    try {
      return text.isEmpty() ? Map.of() : parsed(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Described> parsed(String file, String text) throws IOException {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + file + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return text;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, d -> {}, List.of("-proc:none"), null, List.of(source));
    Scan scan = new Scan(DocTrees.instance(task));
    for (CompilationUnitTree unit : task.parse()) {
      scan.scan(unit, null);
    }
    return scan.found;
  }

  /** {@code Quantity,Quantity} of {@code Overlap.Quantity first, Overlap.Quantity second}. */
  private static String types(String parameters) {
    String plain = parameters;
    for (String before = ""; !before.equals(plain); ) {
      before = plain;
      plain = plain.replaceAll("<[^<>]*>", "");
    }
    return plain.isBlank()
        ? ""
        : List.of(plain.split(",")).stream()
            .map(p -> simple(p.strip().replaceFirst("\\s+\\w+$", "")))
            .collect(Collectors.joining(","));
  }

  /** The last name of a qualified one, the dots of {@code int...} left alone. */
  private static String simple(String type) {
    return type.replaceFirst("^(?:\\w+\\.)+(?=\\w)", "");
  }

  /** Walks a file and keeps every type and method with its comment. */
  private static final class Scan extends TreePathScanner<Void, Void> {
    final Map<String, Described> found = new LinkedHashMap<>();
    private final DocTrees docs;
    private final Deque<String> within = new ArrayDeque<>();

    Scan(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      String name = within.isEmpty() ? "" : within.peek() + ".";
      within.push(name + type.getSimpleName());
      JavadocText comment = comment();
      keep(within.peek(), within.peek(), comment);
      if (type.getKind() == Tree.Kind.RECORD) {
        components(type, comment);
      }
      super.visitClass(type, none);
      within.pop();
      return null;
    }

    private void components(ClassTree type, JavadocText comment) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
          String name = within.peek() + "." + field.getName();
          String said = comment.parameter(field.getName().toString());
          String sentence =
              said.isEmpty() ? "" : said.substring(0, 1).toUpperCase() + said.substring(1);
          JavadocText text = JavadocText.of(sentence.isEmpty() ? "" : sentence + ".");
          keep(name + "()", field.getType() + " " + name + "()", text);
        }
      }
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      String name = within.peek() + "." + method.getName();
      String parameters =
          method.getParameters().stream()
              .map(p -> typed(p) + " " + p.getName())
              .collect(Collectors.joining(", "));
      JavadocText comment = comment();
      String key = name + "(" + types(parameters) + ")";
      if (!comment.text().isEmpty() || !found.containsKey(key)) {
        keep(key, method.getReturnType() + " " + name + "(" + parameters + ")", comment);
      }
      return null; // nothing within a method is a word of the language
    }

    private static String typed(VariableTree parameter) {
      String whole = parameter.toString();
      String type = parameter.getType().toString();
      boolean more = whole.contains("...");
      return more ? type.replaceFirst("\\[]$", "...") : type;
    }

    private JavadocText comment() {
      String raw = docs.getDocComment(getCurrentPath());
      return JavadocText.of(raw == null ? "" : raw);
    }

    private void keep(String key, String signature, JavadocText comment) {
      String name = key.replaceFirst("\\(.*", "");
      found.put(key, new Described(name, signature, comment.summary(), comment.text()));
    }
  }
}
