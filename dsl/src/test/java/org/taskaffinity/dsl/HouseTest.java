package org.taskaffinity.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.taskaffinity.dsl",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule descriptionsKnowNothingButTheJdk =
      classes()
          .that()
          .resideInAPackage("org.taskaffinity.dsl")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.taskaffinity.dsl")
          .because(
              "a description must be readable, comparable and printable where nothing can run");
}
