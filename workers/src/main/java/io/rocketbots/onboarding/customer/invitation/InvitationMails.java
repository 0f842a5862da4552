package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.MailWaits;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the mails about invitations to Spaces say. The link's token comes into being when the mail is written, and only
 * while the invitation is open. A mail waits until the Space is open that its link leads to, and a mail in a brand while
 * the brand has no live domain.
 */
@Configuration(proxyBeanMethods = false)
class InvitationMails {

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final Spaces spaces;
    private final Accounts accounts;
    private final PlatformBrands brands;
    private final Platforms platforms;
    private final LiveDomains liveDomains;
    private final Clock clock;

    InvitationMails(
            Invitations invitations,
            InvitationTokens tokens,
            Spaces spaces,
            Accounts accounts,
            PlatformBrands brands,
            Platforms platforms,
            LiveDomains liveDomains,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.spaces = spaces;
        this.accounts = accounts;
        this.brands = brands;
        this.platforms = platforms;
        this.liveDomains = liveDomains;
        this.clock = clock;
    }

    @Bean
    MailContent invitationMail() {
        return MailContent.of(MailTemplate.INVITATION, this::invitation);
    }

    @Bean
    MailContent invitationReminderMail() {
        return MailContent.of(MailTemplate.INVITATION_REMINDER, this::invitation);
    }

    @Bean
    MailContent invitationUndeliverableMail() {
        return MailContent.of(MailTemplate.INVITATION_UNDELIVERABLE, this::undeliverable);
    }

    private Optional<Map<String, Object>> invitation(QueuedMail mail) {
        Invitation invitation = invitations.of(mail);
        Space space = spaces.get(invitation.space());
        if (!invitation.isOpenAt(clock.instant()) || space.state() == SpaceState.DELETED) {
            return Optional.empty();
        }
        if (!space.isActive()) {
            throw new MailWaits("Space %s is %s".formatted(space.id().value(), space.state()));
        }
        requireLiveDomain(invitation);
        return Optional.of(Map.of(
                "inviter",
                inviterOf(invitation),
                "space",
                space.name(),
                "domain",
                Objects.requireNonNull(
                        platforms.address(invitation.platformId()).getHost()),
                "invitationToken",
                tokens.mint(invitation.id(), Objects.requireNonNull(invitation.expiresAt())),
                "validUntil",
                Objects.requireNonNull(invitation.expiresAt())));
    }

    private Optional<Map<String, Object>> undeliverable(QueuedMail mail) {
        Invitation invitation = invitations.of(mail);
        requireLiveDomain(invitation);
        String people = invitation.byReseller()
                ? "/reseller/spaces/" + invitation.space().value() + "/users"
                : "/spaces/" + invitation.space().value() + "/settings/users";
        return Optional.of(Map.of(
                "email",
                invitation.email(),
                "space",
                spaces.get(invitation.space()).name(),
                "path",
                people));
    }

    /** The dispatcher tries again later what could not be written. */
    private void requireLiveDomain(Invitation invitation) {
        Optional<ResellerId> owner = invitation.platformId().reseller();
        if (owner.isPresent() && liveDomains.domainOf(owner.get()).isEmpty()) {
            throw new IllegalStateException("Invitation %s waits: the platform of reseller %s has no live domain now."
                    .formatted(invitation.id().value(), owner.get().value()));
        }
    }

    private String inviterOf(Invitation invitation) {
        Optional<ResellerId> owner = invitation.platformId().reseller();
        return invitation.byReseller() && owner.isPresent()
                ? brands.of(owner.get()).name()
                : accounts.findById(invitation.invitedBy()).map(Account::name).orElse("");
    }
}
