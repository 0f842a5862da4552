package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import java.util.UUID;

/** Whom a mail is for. The address is looked up when the mail is sent, so that a corrected one counts at once. */
public sealed interface Recipient {

    /** Whoever applied: the application's contact and email. */
    record Applicant() implements Recipient {}

    /** The owner of an account: a reseller or somebody of the team. */
    record Account(AccountId id) implements Recipient {}

    /** Whoever was invited, and has no account yet. */
    record Invitee(InvitationId id) implements Recipient {}

    static Recipient applicant() {
        return new Applicant();
    }

    static Recipient account(AccountId id) {
        return new Account(id);
    }

    static Recipient invitee(InvitationId id) {
        return new Invitee(id);
    }

    /** As it stands in the column {@code recipient}. */
    default String text() {
        return switch (this) {
            case Applicant() -> "applicant";
            case Account(AccountId id) -> "account:" + id.value();
            case Invitee(InvitationId id) -> "invitation:" + id.value();
        };
    }

    /** The reverse of {@link #text()}. */
    static Recipient of(String text) {
        if (text.equals("applicant")) {
            return applicant();
        }
        if (text.startsWith("account:")) {
            return account(new AccountId(UUID.fromString(text.substring("account:".length()))));
        }
        if (text.startsWith("invitation:")) {
            return invitee(new InvitationId(UUID.fromString(text.substring("invitation:".length()))));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no recipient of a mail.");
    }
}
