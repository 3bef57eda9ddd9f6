package kr.dure.api.webhook;

import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.http.Write;
import kr.dure.core.id.MerchantId;

/** Whose receivers are whose: a shop's owner has those of the shop, the operator all of them; an auditor sees them. */
final class Rights {
    private Rights() {}

    static void mustManage(Write write, MerchantId merchant) {
        if (!isOwner(write.caller(), merchant)) {
            write.caller().mustBe(Role.OPERATOR);
        }
    }

    static void mustSee(Caller caller, MerchantId merchant) {
        if (!isOwner(caller, merchant)) {
            caller.mustBe(Role.OPERATOR, Role.AUDITOR);
        }
    }

    private static boolean isOwner(Caller caller, MerchantId merchant) {
        return caller.is(Role.MERCHANT) && caller.worksAt(merchant);
    }
}
