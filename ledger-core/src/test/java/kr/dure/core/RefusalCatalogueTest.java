package kr.dure.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import kr.dure.core.ledger.Refusal;
import org.junit.jupiter.api.Test;

/** The codes of all refusals. They are answers that terminals act upon: none ever changes. */
class RefusalCatalogueTest {
    private static final List<String> CODES = List.of(
            "account-unknown",
            "batch-exists",
            "batch-unknown",
            "budget-exhausted",
            "capture-exceeds-hold",
            "charge-too-old",
            "charge-touched",
            "charge-unknown",
            "daily-cap",
            "deposit-unknown",
            "excluded-activity",
            "excluded-trade",
            "funding-used",
            "gift-receive-limit",
            "guardian-consent-missing",
            "hold-closed",
            "hold-lapsed",
            "hold-unknown",
            "holding-limit",
            "insufficient-balance",
            "insufficient-fund",
            "insufficient-minutes",
            "insufficient-points",
            "joined-already",
            "merchant-exists",
            "merchant-funds-insufficient",
            "merchant-suspended",
            "merchant-unknown",
            "monthly-cap",
            "monthly-purchase-limit",
            "no-such-rule",
            "not-a-member",
            "not-a-resident",
            "not-an-institution",
            "not-enough-spent",
            "not-in-batch",
            "not-in-steps",
            "nothing-changes",
            "nothing-to-refund",
            "out-of-district",
            "overdraft-limit",
            "own-merchant",
            "payment-unknown",
            "person-has-wallet",
            "programme-exists",
            "programme-unknown",
            "reference-used",
            "refund-exceeds-payment",
            "refund-too-old",
            "rule-out-of-range",
            "rules-not-ahead",
            "rules-out-of-order",
            "same-person",
            "same-wallet",
            "too-young",
            "unknown-material",
            "wage-not-allowed",
            "wallet-exists",
            "wallet-frozen",
            "wallet-unknown",
            "wrong-date",
            "wrong-kind");

    @Test
    void everyRefusalHasItsOwnCode() {
        var refusals = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("kr.dure.core").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Refusal.class))
                        .map(RefusalCatalogueTest::code)
                        .sorted()
                        .toList();

        assertThat(refusals).isEqualTo(CODES);
    }

    private static String code(JavaClass type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=\\p{Upper})", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
