package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the project this is. */
public final class Build {
  private static final Properties PROPERTIES = load();

  /** The project's version. */
  public static final String VERSION = PROPERTIES.getProperty("version");

  /** The commit it was built from, or {@code unknown}. */
  public static final String COMMIT = PROPERTIES.getProperty("commit");

  private Build() {}

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
