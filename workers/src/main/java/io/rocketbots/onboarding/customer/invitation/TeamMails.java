package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.MailWaits;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the mails about a reseller's team say. The token of an invitation's link comes into being when the mail is written,
 * and only while the invitation is open; the mail waits while the team is closed.
 */
@Configuration(proxyBeanMethods = false)
class TeamMails {

    static final String RESELLER = "resellerId";
    static final String OTHER = "otherAccountId";

    private final Resellers resellers;
    private final Accounts accounts;
    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final Clock clock;

    TeamMails(Resellers resellers, Accounts accounts, Invitations invitations, InvitationTokens tokens, Clock clock) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.invitations = invitations;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Bean
    MailContent teamInvitationMail() {
        return MailContent.of(MailTemplate.TEAM_INVITATION, this::teamInvitation);
    }

    @Bean
    MailContent teamInvitationReminderMail() {
        return MailContent.of(MailTemplate.TEAM_INVITATION_REMINDER, this::teamInvitation);
    }

    @Bean
    MailContent teamInvitationUndeliverableMail() {
        return MailContent.of(MailTemplate.TEAM_INVITATION_UNDELIVERABLE, mail -> {
            Invitation invitation = invitations.of(mail);
            return Optional.of(Map.of(
                    "email",
                    invitation.email(),
                    "company",
                    resellers.get(invitation.reseller()).companyName()));
        });
    }

    @Bean
    MailContent memberRemovedMail() {
        return MailContent.of(MailTemplate.MEMBER_REMOVED, mail -> Optional.of(Map.of("company", companyOf(mail))));
    }

    @Bean
    MailContent ownershipReceivedMail() {
        return MailContent.of(
                MailTemplate.OWNERSHIP_RECEIVED,
                mail -> Optional.of(Map.of("company", companyOf(mail), "former", otherOf(mail))));
    }

    @Bean
    MailContent ownershipTransferredMail() {
        return MailContent.of(
                MailTemplate.OWNERSHIP_TRANSFERRED,
                mail -> Optional.of(Map.of("company", companyOf(mail), "owner", otherOf(mail))));
    }

    private Optional<Map<String, Object>> teamInvitation(QueuedMail mail) {
        Invitation invitation = invitations.of(mail);
        Reseller reseller = resellers.get(invitation.reseller());
        if (!invitation.isOpenAt(clock.instant()) || !reseller.isPresent()) {
            return Optional.empty();
        }
        if (reseller.state().isClosedForNow()) {
            throw new MailWaits("the team of reseller %s is closed for now"
                    .formatted(reseller.id().value()));
        }
        Instant until = Objects.requireNonNull(invitation.expiresAt());
        return Optional.of(Map.of(
                "inviter",
                accounts.get(invitation.invitedBy()).name(),
                "company",
                reseller.companyName(),
                "invitationToken",
                tokens.mint(invitation.id(), until),
                "validUntil",
                until));
    }

    private String companyOf(QueuedMail mail) {
        return resellers.get(new ResellerId(UUID.fromString(mail.id(RESELLER)))).companyName();
    }

    private String otherOf(QueuedMail mail) {
        return accounts.get(new AccountId(UUID.fromString(mail.id(OTHER)))).name();
    }
}
