package kr.dure.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the modules stand to each other. */
@AnalyzeClasses(packages = "kr.dure", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule modulesAreAsDrawn = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ledger-core")
            .definedBy("kr.dure.core..")
            .layer("ledger-api")
            .definedBy("kr.dure.api..")
            .layer("settlement")
            .definedBy("kr.dure.settlement..")
            .layer("ops")
            .definedBy("kr.dure.ops..")
            .whereLayer("ops")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ledger-api")
            .mayOnlyBeAccessedByLayers("ops")
            .whereLayer("settlement")
            .mayOnlyBeAccessedByLayers("ops")
            .whereLayer("ledger-core")
            .mayOnlyBeAccessedByLayers("ledger-api", "settlement", "ops");

    @ArchTest
    static final ArchRule partsOfOpsDoNotGoRoundInCircles =
            slices().matching("kr.dure.ops.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresOfTheReadSideDoNotGoRoundInCircles =
            slices().matching("kr.dure.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyOpsKnowsSpringBoot = noClasses()
            .that()
            .resideOutsideOfPackage("kr.dure.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.boot..");
}
