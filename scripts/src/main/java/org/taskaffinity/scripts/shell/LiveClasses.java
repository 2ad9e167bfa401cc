package org.taskaffinity.scripts.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Classes of a script, beside the program's own and with a way to stop them in every loop. */
final class LiveClasses implements LoaderDelegate {
  private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
  private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();
  private final Loader loader;

  LiveClasses(ClassLoader parent) {
    this.loader = new Loader(parent);
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

  /** JShell replaces a class by one of another name where it cannot be redefined, as here. */
  @Override
  public void classesRedefined(ClassBytecodes[] classes) {}

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
