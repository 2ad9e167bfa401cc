package org.taskaffinity.scripts.kotlin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Failure;
import org.taskaffinity.scripts.shell.Failure.Frame;
import org.taskaffinity.scripts.shell.Failure.Kind;
import org.taskaffinity.scripts.shell.Parameter;
import org.taskaffinity.scripts.shell.Parameters;
import org.taskaffinity.scripts.shell.Place;
import org.taskaffinity.scripts.shell.ScriptLanguage;
import org.taskaffinity.scripts.shell.ScriptText;
import org.taskaffinity.scripts.shell.Setting;
import org.taskaffinity.scripts.shell.Statements;
import org.taskaffinity.scripts.shell.Value;

/** One execution of a compiled script. */
final class KotlinRun {
  private static final String UNIT = "kotlin.Unit";

  private final ScriptText script;
  private final CompiledClasses compiled;
  private final int lines;
  private Place setting;

  KotlinRun(ScriptText script, CompiledClasses compiled) {
    this.script = script;
    this.compiled = compiled;
    this.lines = 1 + (int) script.text().chars().filter(c -> c == '\n').count();
    this.setting = script.line(1);
  }

  /** What a statement threw. */
  static final class Thrown extends Exception {
    private static final long serialVersionUID = 1;

    Thrown(Throwable cause) {
      super(cause);
    }
  }

  /**
   * @throws DescriptionException if a preset is not of its variable's type
   * @throws Thrown if a statement throws
   */
  void execute(Runner runner, Map<String, String> presets, Consumer<Value> told) throws Thrown {
    Map<String, Object> values = values(presets);
    try {
      Constructor<?> statements = main(values.keySet()).getDeclaredConstructor(Runner.class);
      ScriptValues.during(
          (line, column, value) -> told.accept(value(script.at(line, column), value)),
          values,
          () -> statements.newInstance(runner));
    } catch (InvocationTargetException e) {
      throw new Thrown(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The compiled script is not what it should be.", e);
    }
  }

  private Class<?> main(Set<String> presets) throws ClassNotFoundException {
    ClassLoader parent = getClass().getClassLoader();
    return new ScriptClasses(parent, compiled, lines, presets).loadClass(compiled.main());
  }

  private static Value value(Place place, Object value) {
    boolean none = value == null || value.getClass().getName().equals(UNIT);
    String type = none ? "" : value.getClass().getSimpleName();
    return new Value(place, Optional.empty(), type, none ? null : value, true, false, false);
  }

  private Map<String, Object> values(Map<String, String> presets) {
    Map<String, Object> values = new HashMap<>();
    if (presets.isEmpty()) {
      return values;
    }
    try (Statements statements = new Statements()) {
      for (Map.Entry<String, String> each : presets.entrySet()) {
        values.put(each.getKey(), value(each.getKey(), each.getValue(), statements));
      }
    }
    return values;
  }

  private Object value(String name, String typed, Statements statements) {
    place(name).ifPresent(place -> setting = place);
    return Setting.of(type(name))
        .orElseThrow(() -> Setting.untypable(name, typed, type(name)))
        .value(name, typed, text -> statements.value(Object.class, text));
  }

  private Optional<Place> place(String name) {
    return Parameters.of(ScriptLanguage.KOTLIN, script.name(), script.text()).stream()
        .filter(p -> p.name().equals(name))
        .map(Parameter::place)
        .findFirst();
  }

  /** As the compiler sees it. */
  private String type(String name) {
    try {
      return main(Set.of()).getDeclaredField(name).getGenericType().getTypeName();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("There is no variable " + name + " in the script.", e);
    }
  }

  /** Why a preset was refused, at the variable it is for. */
  Failure preset(DescriptionException e) {
    return new Failure(Kind.COMPILE, setting, e.getMessage(), List.of(), Optional.empty());
  }

  Failure stopped() {
    return new Failure(Kind.STOPPED, script.line(1), "Stopped.", List.of(), Optional.empty());
  }

  Failure failure(Throwable live) {
    List<Frame> frames = frames(live.getStackTrace());
    Place place = frames.isEmpty() ? script.line(1) : frames.get(0).place();
    String said = Failure.said(live).replaceAll(Pattern.quote(compiled.main()) + "[$.]", "");
    return new Failure(Kind.EXCEPTION, place, said, frames, Optional.of(live));
  }

  private List<Frame> frames(StackTraceElement[] trace) {
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement each : trace) {
      int line = each.getLineNumber();
      if (compiled.code().containsKey(each.getClassName()) && line >= 1 && line <= lines) {
        Frame frame = new Frame(method(each), script.line(line));
        if (frames.isEmpty() || !frames.get(frames.size() - 1).equals(frame)) {
          frames.add(frame);
        }
      }
    }
    return frames;
  }

  /** The method as the script names it: a lambda by where it stands, a statement by nothing. */
  private String method(StackTraceElement frame) {
    boolean top = frame.getClassName().equals(compiled.main());
    String name =
        frame
            .getMethodName()
            .replaceFirst("\\$lambda\\$.*$", "")
            .replaceFirst("^_init_\\$?", top ? "" : "$0");
    return top && name.equals("<init>") ? "" : name;
  }
}
