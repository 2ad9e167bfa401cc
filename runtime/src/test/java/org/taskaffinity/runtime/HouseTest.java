package org.taskaffinity.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's one-way streets, within the runtime. */
@AnalyzeClasses(packages = "org.taskaffinity", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  private static final String ROOT = "org.taskaffinity.runtime";

  @ArchTest
  static final ArchRule theRuntimeKnowsNoneOfItsCallers =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.taskaffinity.scripts..",
              "org.taskaffinity.notebooks..",
              "org.taskaffinity.reproductions..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheDoorOpensTheTraining =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".*..")
          .and()
          .resideOutsideOfPackage(ROOT + ".train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".train..")
          .because("train is driven by the runtime's own package alone")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule networksGradientsAndDataDoNotKnowOneAnothersUsers =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".network..", ROOT + ".gradient..", ROOT + ".data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT, ROOT + ".train..", ROOT + ".record..", ROOT + ".figure..", ROOT + ".report..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule compilingNeedsNoTensor =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".compile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT, ROOT + ".network..", ROOT + ".gradient..", ROOT + ".train..", "ai.djl..")
          .because("a plan is made before any tensor exists")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule readingAResultNeedsNoEngine =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".cluster..",
              ROOT + ".stats..",
              ROOT + ".record..",
              ROOT + ".figure..",
              ROOT + ".report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT,
              ROOT + ".train..",
              ROOT + ".network..",
              ROOT + ".gradient..",
              ROOT + ".compile..",
              "ai.djl..")
          .because("results are values, to be read where nothing can run")
          .allowEmptyShould(true);
}
