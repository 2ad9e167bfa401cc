package org.taskaffinity.reproductions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses REPRODUCTIONS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.taskaffinity.reproductions");

  /** If a figure needs something that the language cannot say, the language grows a word. */
  @Test
  void aFigureKnowsNoEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.taskaffinity.runtime..", "ai.djl..", "org.tribuo..")
        .check(REPRODUCTIONS);
  }
}
