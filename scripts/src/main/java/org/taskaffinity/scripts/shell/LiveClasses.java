package org.taskaffinity.scripts.shell;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Classes of a script, next to the program's own and with a way to stop them in every loop. */
final class LiveClasses implements LoaderDelegate {
  private final Supplier<Optional<Instrumentation>> redefining;
  private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
  private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
  private final Loader loader;

  /**
   * @param redefining what replaces the code of loaded classes; asked when that is first needed
   */
  LiveClasses(ClassLoader parent, Supplier<Optional<Instrumentation>> redefining) {
    this.loader = new Loader(parent);
    this.redefining = redefining;
  }

  private final class Loader extends ClassLoader {
    Loader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = declared.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    boolean[] done = new boolean[classes.length];
    for (ClassBytecodes each : classes) {
      declared.put(each.name(), StopChecks.into(each.bytecodes()));
    }
    for (int i = 0; i < classes.length; i++) {
      try {
        loaded.put(classes[i].name(), loader.loadClass(classes[i].name()));
        done[i] = true;
      } catch (ClassNotFoundException | LinkageError e) {
        throw new ClassInstallException("load: " + e.getMessage(), done);
      }
    }
  }

  /**
   * Replaces the code of loaded classes; their static fields and their objects stay as they are.
   *
   * @throws ClassInstallException if the JVM cannot: more than the bodies of methods has changed.
   *     JShell then declares the class again under another name
   */
  void redefine(ClassBytecodes[] classes) throws ClassInstallException {
    Instrumentation instrumentation = redefining.get().orElse(null);
    try {
      if (instrumentation == null) {
        throw new UnsupportedOperationException("this JVM allows no redefinition");
      }
      ClassDefinition[] changed = new ClassDefinition[classes.length];
      for (int i = 0; i < classes.length; i++) {
        byte[] code = StopChecks.into(classes[i].bytecodes());
        changed[i] = new ClassDefinition(findClass(classes[i].name()), code);
      }
      instrumentation.redefineClasses(changed);
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      throw new ClassInstallException("redefine: " + e.getMessage(), new boolean[classes.length]);
    }
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {}

  /** Whether an object's class is declared in the script, or is a lambda of it. */
  boolean declares(Object object) {
    return object != null && object.getClass().getClassLoader() == loader;
  }

  /** Whether a type of the script has static fields that may have changed. */
  boolean staticState(String type) {
    return loaded.values().stream()
        .filter(each -> each.getSimpleName().equals(type))
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
        .filter(field -> !field.isSynthetic() && !field.isEnumConstant())
        .mapToInt(Field::getModifiers)
        .anyMatch(flags -> Modifier.isStatic(flags) && !Modifier.isFinal(flags));
  }

  @Override
  public void addToClasspath(String path) {
    throw new UnsupportedOperationException("The class path of a script is the program's own.");
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = loaded.get(name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }
}
