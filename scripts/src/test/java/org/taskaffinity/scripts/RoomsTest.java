package org.taskaffinity.scripts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Collections;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Runner;

class RoomsTest {
  private static final JavaClasses SCRIPTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.taskaffinity.scripts");

  @Test
  void scriptsKnowTheLanguageAndNotTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.taskaffinity.runtime..", "ai.djl..")
        .check(SCRIPTS);
  }

  @Test
  void theFakeRunnerIsNeverFoundByItself() throws IOException {
    String services = "META-INF/services/" + Runner.Provider.class.getName();
    for (var found : Collections.list(getClass().getClassLoader().getResources(services))) {
      Assertions.assertFalse(found.getPath().contains("/scripts/target/"), found.toString());
    }
    ServiceLoader.load(Runner.Provider.class).stream()
        .forEach(p -> Assertions.assertFalse(p.type().getName().contains("Fake")));
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("org.taskaffinity.(**)").should().beFreeOfCycles().check(SCRIPTS);
  }
}
