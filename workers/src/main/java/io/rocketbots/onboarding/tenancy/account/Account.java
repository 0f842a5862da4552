package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.net.IDN;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Somebody who may sign in to one platform.
 *
 * @param email as it was typed: mail goes there
 * @param canonicalEmail the form in which addresses are compared; unique on the platform
 * @param staffCode what a team member types into Tasklist's forms to say who decided
 * @param passwordHash null until the owner has set a password
 * @param sessionGeneration counted up to end every session that began before
 * @param notified whether reminders and news of tasks are mailed; mails about security always are
 */
public record Account(
        @Id AccountId id,
        @Version int version,
        PlatformId platformId,
        String email,
        String canonicalEmail,
        String name,
        @Nullable String staffCode,
        @Nullable String passwordHash,
        AccountState state,
        Roles roles,
        ReviewTeams reviewTeams,
        int sessionGeneration,
        boolean notified,
        Instant createdAt) {

    /** Characters of an email (RFC 5321, section 4.5.3.1.3, less the brackets). */
    public static final int LONGEST_EMAIL = 254;

    /** An account without a password, which its owner activates by a mailed link. */
    public static Account invite(PlatformId platform, String email, String name, Roles roles, Instant now) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                0,
                platform,
                email,
                canonical(email),
                name,
                null,
                null,
                AccountState.INVITED,
                roles,
                ReviewTeams.NONE,
                0,
                true,
                now);
    }

    /** The form in which addresses are compared: lower case, the domain in punycode. */
    public static String canonical(String email) {
        String lower = email.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        try {
            return lower.substring(0, at + 1) + IDN.toASCII(lower.substring(at + 1));
        } catch (IllegalArgumentException notADomain) {
            return lower;
        }
    }

    /** Makes it an account of the team. */
    public Account joinTeam(String code, ReviewTeams teams) {
        return copy(email, code, passwordHash, state, roles, teams, sessionGeneration, notified);
    }

    /**
     * What the account may do in the team from now on; what it may do as a customer stays. One that was disabled is invited
     * anew.
     */
    Account serve(String code, Roles staff, ReviewTeams teams) {
        Account present = state == AccountState.DISABLED ? become(AccountState.INVITED) : this;
        return present.with(roles.withoutStaff().plus(staff)).joinTeam(code, teams);
    }

    /** No longer of the team: every session has ended, and an account that is nothing else is disabled. */
    Account leaveTeam() {
        Roles left = roles.withoutStaff();
        Account former =
                copy(email, null, passwordHash, state, left, ReviewTeams.NONE, sessionGeneration + 1, notified);
        return left.all().isEmpty() ? former.disable() : former;
    }

    /** The owner sets the first password. */
    public Account activate(String hash) {
        return become(AccountState.ACTIVE).withPassword(hash);
    }

    /** A new password; every session that began before has ended. */
    public Account changePassword(String hash) {
        if (state != AccountState.ACTIVE) {
            throw new IllegalStateException("Account %s is %s and has no password to change.".formatted(id, state));
        }
        return withPassword(hash);
    }

    /** The same password under a newer hash. */
    Account rehash(String hash) {
        return copy(email, staffCode, hash, state, roles, reviewTeams, sessionGeneration, notified);
    }

    /**
     * The account becomes a reseller's. A disabled one is invited anew, without what it was allowed to do in the team.
     */
    public Account becomeReseller() {
        Roles widened = roles.plus(Role.RESELLER).plus(Role.USER);
        return state == AccountState.DISABLED
                ? become(AccountState.INVITED).with(widened.withoutStaff())
                : with(widened);
    }

    /** The reseller that it belonged to has left; what else it may do stays. */
    public Account leaveReseller() {
        return copy(
                email,
                staffCode,
                passwordHash,
                state,
                roles.without(Role.RESELLER),
                reviewTeams,
                sessionGeneration + 1,
                notified);
    }

    /** Nobody signs in with it any more, and every session has ended. */
    public Account disable() {
        return state == AccountState.DISABLED ? this : become(AccountState.DISABLED);
    }

    /** Every session that began before has ended. */
    Account endSessions() {
        return copy(email, staffCode, passwordHash, state, roles, reviewTeams, sessionGeneration + 1, notified);
    }

    /** Mail goes to another address from now on, with which the owner also signs in. */
    Account correctEmail(String corrected) {
        return copy(corrected.strip(), staffCode, passwordHash, state, roles, reviewTeams, sessionGeneration, notified);
    }

    public Account notify(boolean wanted) {
        return copy(email, staffCode, passwordHash, state, roles, reviewTeams, sessionGeneration, wanted);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }

    private Account become(AccountState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Account %s is %s and cannot become %s.".formatted(id, state, next));
        }
        return copy(email, staffCode, passwordHash, next, roles, reviewTeams, sessionGeneration + 1, notified);
    }

    private Account withPassword(String hash) {
        return copy(email, staffCode, hash, state, roles, reviewTeams, sessionGeneration + 1, notified);
    }

    private Account with(Roles next) {
        return copy(email, staffCode, passwordHash, state, next, reviewTeams, sessionGeneration, notified);
    }

    /** The same account with all that can change about it. */
    private Account copy(
            String nextEmail,
            @Nullable String code,
            @Nullable String hash,
            AccountState next,
            Roles nextRoles,
            ReviewTeams teams,
            int generation,
            boolean wantsMail) {
        return new Account(
                id,
                version,
                platformId,
                nextEmail,
                canonical(nextEmail),
                name,
                code,
                hash,
                next,
                nextRoles,
                teams,
                generation,
                wantsMail,
                createdAt);
    }
}
