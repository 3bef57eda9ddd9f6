package kr.dure.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How this module is built. */
@AnalyzeClasses(packages = "kr.dure.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("kr.dure.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thereIsNoSpringHere =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule onlyTheEventLogKnowsDatabases = noClasses()
            .that()
            .resideOutsideOfPackage("kr.dure.core.eventlog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule theDomainDoesNotKnowTheLog = noClasses()
            .that()
            .resideOutsideOfPackage("kr.dure.core.eventlog..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kr.dure.core.eventlog..");

    @ArchTest
    static final ArchRule theDomainHasNoCryptographyButInTheVault = noClasses()
            .that()
            .resideOutsideOfPackages("kr.dure.core.vault..", "kr.dure.core.eventlog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "javax.crypto..", "java.security..");

    @ArchTest
    static final ArchRule timeComesFromOutside = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule chanceComesFromOutside =
            noClasses().should().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random");
}
