package org.taskaffinity.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void descriptionsKnowNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.taskaffinity.dsl")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.taskaffinity.dsl")
        .because("a description must be readable, comparable and printable where nothing can run")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.taskaffinity.dsl"));
  }
}
