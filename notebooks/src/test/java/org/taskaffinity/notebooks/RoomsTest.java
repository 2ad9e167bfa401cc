package org.taskaffinity.notebooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final JavaClasses NOTEBOOKS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.taskaffinity.notebooks");

  @Test
  void notebooksKnowTheLanguageAndNotTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.taskaffinity.runtime..", "ai.djl..")
        .check(NOTEBOOKS);
  }

  @Test
  void onlyTheKernelKnowsJupytersLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..notebooks.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.dflib.jjava..", "org.zeromq..")
        .check(NOTEBOOKS);
  }

  @Test
  void whatIsShownKnowsNeitherCellsNorFiles() {
    noClasses()
        .that()
        .resideInAPackage("..notebooks.show..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..notebooks.cell..", "..notebooks.file..", "..notebooks.kernel..")
        .check(NOTEBOOKS);
    noClasses()
        .that()
        .resideInAPackage("..notebooks.cell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..notebooks.file..", "..notebooks.kernel..")
        .check(NOTEBOOKS);
    noClasses()
        .that()
        .resideInAPackage("..notebooks.file..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..notebooks.kernel..")
        .check(NOTEBOOKS);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("org.taskaffinity.(**)").should().beFreeOfCycles().check(NOTEBOOKS);
  }
}
