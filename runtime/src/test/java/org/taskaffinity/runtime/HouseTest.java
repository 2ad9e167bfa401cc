package org.taskaffinity.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house's one-way streets, within the runtime. */
class HouseTest {
  private static final String ROOT = "org.taskaffinity.runtime";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theRuntimeKnowsNoneOfItsCallers() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.taskaffinity.scripts..",
            "org.taskaffinity.notebooks..",
            "org.taskaffinity.reproductions..")
        .check(HOUSE);
  }

  @Test
  void onlyTheDoorOpensTheTraining() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .and()
        .resideOutsideOfPackages(
            ROOT + ".train..",
            ROOT + ".bench..",
            ROOT + ".vector..",
            ROOT + ".plan..",
            ROOT + ".run..",
            ROOT + ".analysis..",
            ROOT + ".measure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".train..", ROOT + ".bench..")
        .because(
            "train is planned, driven and read by plan, run, analysis and measure, timed by bench,"
                + " and offered another engine by vector, alone")
        .check(HOUSE);
  }

  @Test
  void nothingRefersToTheVectorEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".vector..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".vector..", "jdk.incubator..")
        .because("it is found by the service loader, and a JVM may lack what it is made of")
        .check(HOUSE);
  }

  @Test
  void networksGradientsAndDataDoNotKnowOneAnothersUsers() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".tensor..",
            ROOT + ".encoder..",
            ROOT + ".network..",
            ROOT + ".gradient..",
            ROOT + ".data..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT,
            ROOT + ".plan..",
            ROOT + ".run..",
            ROOT + ".analysis..",
            ROOT + ".train..",
            ROOT + ".record..",
            ROOT + ".figure..",
            ROOT + ".report..")
        .check(HOUSE);
  }

  @Test
  void compilingNeedsNoTensor() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".compile..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT,
            ROOT + ".plan..",
            ROOT + ".run..",
            ROOT + ".analysis..",
            ROOT + ".tensor..",
            ROOT + ".network..",
            ROOT + ".gradient..",
            ROOT + ".train..",
            "ai.djl..")
        .because(
            "a plan is made before any tensor exists: of an encoder's kind it asks sizes and words"
                + " only")
        .check(HOUSE);
  }

  @Test
  void readingAResultNeedsNoEngine() {
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
            ROOT + ".plan..",
            ROOT + ".run..",
            ROOT + ".analysis..",
            ROOT + ".train..",
            ROOT + ".tensor..",
            ROOT + ".encoder..",
            ROOT + ".network..",
            ROOT + ".gradient..",
            ROOT + ".compile..",
            "ai.djl..")
        .because("results are values, to be read where nothing can run")
        .check(HOUSE);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching("org.taskaffinity.(**)").should().beFreeOfCycles().check(HOUSE);
  }
}
