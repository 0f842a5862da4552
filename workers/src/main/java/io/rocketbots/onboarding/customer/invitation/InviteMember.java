package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.form.EmailAddress;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites somebody by mail into the team of a reseller. Whether the address can join is found out when it does: who
 * invites never learns who has an account.
 */
@Component
public class InviteMember {

    private final Invitations invitations;
    private final Resellers resellers;
    private final Accounts accounts;
    private final Outbox outbox;
    private final InvitationTerms terms;
    private final Clock clock;

    InviteMember(
            Invitations invitations,
            Resellers resellers,
            Accounts accounts,
            Outbox outbox,
            InvitationTerms terms,
            Clock clock) {
        this.invitations = invitations;
        this.resellers = resellers;
        this.accounts = accounts;
        this.outbox = outbox;
        this.terms = terms;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {

        record Invited(InvitationId invitation) implements Result {}

        /** Nobody was invited; the sentence says why. */
        record Refused(String problem) implements Result {}
    }

    /** The mail goes out at once, also before the reseller's platform is live. */
    @Transactional
    public Result invite(ResellerId id, AccountId by, String typed) {
        String email = typed.strip();
        if (!EmailAddress.isOne(email)) {
            return new Result.Refused(
                    email.isEmpty()
                            ? "Enter an email address, for example name@company.example."
                            : "This is not an email address. Enter one, for example name@company.example.");
        }
        Reseller reseller = resellers.lock(id);
        if (!reseller.isPresent() || reseller.state().isClosedForNow() || !reseller.has(by)) {
            return new Result.Refused("Nobody can be invited at the moment.");
        }
        String canonical = Account.canonical(email);
        boolean member = accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, canonical)
                .filter(account -> reseller.has(account.id()))
                .isPresent();
        if (member) {
            return new Result.Refused(email + " is a team member already.");
        }
        if (invitations.findByOpenKey(Invitation.openKey(id.value(), canonical)).isPresent()) {
            return new Result.Refused(email + " is invited already.");
        }
        Instant now = clock.instant();
        if (invitations.countByInvitedByAndCreatedAtAfter(by, now.minus(terms.within())) >= terms.most()) {
            return new Result.Refused(
                    "You have invited many people in a short time. Wait a while before you invite more.");
        }
        Invitation invitation =
                invitations.save(Invitation.toTeam(id, by, email, now).open(now, terms.validFor()));
        UUID key = invitation.id().value();
        outbox.put(MessageTypes.INVITATION_REQUESTED, key, key.toString(), new ForInvitation(key));
        return new Result.Invited(invitation.id());
    }
}
