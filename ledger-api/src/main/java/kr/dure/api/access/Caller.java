package kr.dure.api.access;

import java.util.Optional;
import java.util.Set;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.Names;
import kr.dure.core.id.WalletId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks.
 *
 * @param name whose role it is: the wallet of a resident, the shop of a merchant, a clerk's shop and name, or a member of
 *     staff
 */
public record Caller(Role role, String name) {
    private static final char BETWEEN = ':';
    private static final char AT_THE_SHOP = '/';

    /** @return nobody, unless the subject is of the form that tokens of this ledger have */
    public static Optional<Caller> of(String subject) {
        int colon = subject.indexOf(BETWEEN);
        String name = subject.substring(colon + 1);
        if (colon < 0 || !Names.isName(name)) {
            return Optional.empty();
        }
        for (Role role : Role.values()) {
            if (subject.startsWith(role.toString()) && colon == role.toString().length()) {
                boolean whole = role != Role.CLERK || name.indexOf(AT_THE_SHOP) > 0;
                return whole ? Optional.of(new Caller(role, name)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Who asks just now. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is known here");
    }

    /** By which idempotency keys of different clients are told apart. */
    public String client() {
        return role.toString() + BETWEEN + name;
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    public boolean owns(WalletId wallet) {
        return role == Role.RESIDENT && name.equals(wallet.value());
    }

    public boolean worksAt(MerchantId merchant) {
        return (role == Role.MERCHANT || role == Role.CLERK) && shop().equals(merchant);
    }

    /**
     * Where the caller stands at the till.
     *
     * @throws AccessDeniedException unless it is a shop's owner or clerk
     */
    public MerchantId shop() {
        return switch (role) {
            case MERCHANT -> new MerchantId(name);
            case CLERK -> new MerchantId(name.substring(0, name.indexOf(AT_THE_SHOP)));
            case RESIDENT, OFFICER, MANAGER, AUDITOR, OPERATOR -> throw denied();
        };
    }

    /** @throws AccessDeniedException unless the caller has one of the roles */
    public void mustBe(Role... roles) {
        if (!Set.of(roles).contains(role)) {
            throw denied();
        }
    }

    /** @throws AccessDeniedException unless the wallet is the caller's own */
    public void mustOwn(WalletId wallet) {
        if (!owns(wallet)) {
            throw denied();
        }
    }

    /** @throws AccessDeniedException unless the wallet is the caller's own, or the caller reads everything */
    public void mustSee(WalletId wallet) {
        if (!sees(wallet)) {
            throw denied();
        }
    }

    public boolean sees(WalletId wallet) {
        return owns(wallet) || readsEverything();
    }

    public boolean sees(WalletId wallet, MerchantId merchant) {
        return sees(wallet) || worksAt(merchant);
    }

    private boolean readsEverything() {
        return role == Role.AUDITOR || role == Role.OPERATOR;
    }

    private AccessDeniedException denied() {
        return new AccessDeniedException(role + " may not do this");
    }

    @Override
    public String toString() {
        return client();
    }
}
