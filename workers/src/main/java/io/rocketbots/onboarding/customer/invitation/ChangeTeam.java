package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.integration.apikey.RevokeApiKey;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes members out of a reseller's team and makes another one its owner; an owner there always is. */
@Component
public class ChangeTeam {

    private final Resellers resellers;
    private final Accounts accounts;
    private final RevokeInvitation revokeInvitation;
    private final RevokeApiKey revokeApiKey;
    private final Mails mails;
    private final Timeline timeline;

    ChangeTeam(
            Resellers resellers,
            Accounts accounts,
            RevokeInvitation revokeInvitation,
            RevokeApiKey revokeApiKey,
            Mails mails,
            Timeline timeline) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.revokeInvitation = revokeInvitation;
        this.revokeApiKey = revokeApiKey;
        this.mails = mails;
        this.timeline = timeline;
    }

    /** How it ended. */
    public enum Result {
        DONE,
        /** The owner stays until somebody else is. */
        IS_OWNER,
        /** Only the owner can do that. */
        NOT_ALLOWED,
        /** They are not in the team, or not any more. */
        NOT_THERE,
        /** The platform is suspended or about to end. */
        CLOSED
    }

    /**
     * Everybody of the team may take out everybody but the owner; their sessions end and so do their invitations.
     *
     * @param revokeKeys whether the API keys that they made end too; else the programs that use them go on
     */
    @Transactional
    public Result remove(ResellerId id, AccountId by, AccountId member, boolean revokeKeys) {
        Reseller reseller = resellers.lock(id);
        Result refusal = refusal(reseller, by, member);
        if (refusal != Result.DONE) {
            return refusal;
        }
        if (member.equals(reseller.accountId())) {
            return Result.IS_OWNER;
        }
        Reseller without = resellers.save(reseller.dismiss(member));
        accounts.save(accounts.get(member).leaveReseller());
        revokeInvitation.revokeAllOf(id, member);
        if (revokeKeys) {
            revokeApiKey.revokeAllOf(reseller, member, accounts.get(by).name());
        }
        if (by.equals(member)) {
            timeline.tellTeam(reseller.applicationId(), Timeline.SYSTEM, "A team member left the reseller.");
        } else {
            timeline.tellTeam(reseller.applicationId(), Timeline.SYSTEM, "The reseller removed a team member.");
            mails.queue(
                    MailTemplate.MEMBER_REMOVED,
                    reseller.applicationId(),
                    Recipient.account(member),
                    String.valueOf(without.version()),
                    Map.of(TeamMails.RESELLER, id.value().toString()));
        }
        return Result.DONE;
    }

    /** Who was owner stays in the team; mail about the reseller goes to the new one from now on. */
    @Transactional
    public Result transfer(ResellerId id, AccountId by, AccountId member) {
        Reseller reseller = resellers.lock(id);
        Result refusal = refusal(reseller, by, member);
        if (refusal != Result.DONE) {
            return refusal;
        }
        if (!by.equals(reseller.accountId())) {
            return Result.NOT_ALLOWED;
        }
        if (member.equals(by)) {
            return Result.IS_OWNER;
        }
        Reseller transferred = resellers.save(reseller.transferTo(member));
        timeline.tellTeam(reseller.applicationId(), Timeline.SYSTEM, "The reseller has another owner.");
        tell(MailTemplate.OWNERSHIP_RECEIVED, transferred, member, by);
        tell(MailTemplate.OWNERSHIP_TRANSFERRED, transferred, by, member);
        return Result.DONE;
    }

    private void tell(MailTemplate template, Reseller reseller, AccountId to, AccountId other) {
        mails.queue(
                template,
                reseller.applicationId(),
                Recipient.account(to),
                String.valueOf(reseller.version()),
                Map.of(
                        TeamMails.RESELLER,
                        reseller.id().value().toString(),
                        TeamMails.OTHER,
                        other.value().toString()));
    }

    private static Result refusal(Reseller reseller, AccountId by, AccountId member) {
        if (!reseller.isPresent() || reseller.state().isClosedForNow()) {
            return Result.CLOSED;
        }
        if (!reseller.has(by)) {
            return Result.NOT_ALLOWED;
        }
        return reseller.has(member) ? Result.DONE : Result.NOT_THERE;
    }
}
