package io.rocketbots.onboarding.customer.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.MailWaits;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.platform.RocketbotsAddress;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** A link is mailed only when it works. */
@OnEachDatabase
class InvitationMailsJdbcTest {

    private static final String GRACE = "grace@bakery.example";

    private final House house;
    private final Reseller reseller;

    InvitationMailsJdbcTest(TestDatabase database) {
        house = new House(
                database,
                InvitationMails.class,
                TeamMails.class,
                PlatformBrands.class,
                Platforms.class,
                OpenedPlatform.class);
        reseller = house.liveReseller();
        house.the(CustomDomains.class)
                .save(CustomDomain.request(
                                reseller,
                                new DomainName("chat.acme.example"),
                                new DomainName("k7q2m9.edge.example"),
                                house.now())
                        .verify()
                        .activate(house.now()));
    }

    @ComponentScan(
            basePackageClasses = CustomDomains.class,
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = LiveDomains.class))
    static class OpenedPlatform {
        @Bean
        RocketbotsAddress rocketbotsAddress() {
            return new RocketbotsAddress(URI.create("https://rocketbots.example"), Set.of("rocketbots.example"));
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void waitsForASpaceThatIsNotMadeYet() {
        Space space = house.requestedSpace(reseller);
        Invitation invitation = house.invited(house.reseller(reseller, space), GRACE, SpaceRole.OWNER);
        assertThatThrownBy(() -> words(MailTemplate.INVITATION, invitation)).isInstanceOf(MailWaits.class);
        assertThat(house.column("SELECT hash FROM invitation_token")).isEmpty();

        house.the(Spaces.class).save(space.activate(house.now()));

        String token = (String)
                words(MailTemplate.INVITATION, invitation).orElseThrow().get("invitationToken");
        assertThat(house.the(InvitationLinks.class).look(space.platformId(), String.valueOf(token)))
                .isInstanceOf(InvitationLink.Good.class);
    }

    @Test
    void waitsForASpaceThatIsSuspendedOrMayBeRestored() {
        Space space = house.activeSpace(reseller);
        Invitation invitation = house.invited(house.reseller(reseller, space), GRACE, SpaceRole.OWNER);

        Space suspended = house.the(Spaces.class).save(space.suspend());
        assertThatThrownBy(() -> words(MailTemplate.INVITATION_REMINDER, invitation))
                .isInstanceOf(MailWaits.class);
        house.the(Spaces.class).save(suspended.cancel(house.now()));
        assertThatThrownBy(() -> words(MailTemplate.INVITATION_REMINDER, invitation))
                .isInstanceOf(MailWaits.class);
    }

    @Test
    void waitsForATeamThatIsClosedForNow() {
        house.the(InviteMember.class).invite(reseller.id(), reseller.accountId(), GRACE);
        Invitation invitation = house.the(Invitations.class).findAll().getFirst();
        Reseller closed = house.the(Resellers.class)
                .save(house.the(Resellers.class).get(reseller.id()).suspend());

        assertThatThrownBy(() -> words(MailTemplate.TEAM_INVITATION, invitation))
                .isInstanceOf(MailWaits.class);
        house.the(Resellers.class).save(closed.resume());

        assertThat(words(MailTemplate.TEAM_INVITATION, invitation)).isPresent();
    }

    private Optional<Map<String, Object>> words(MailTemplate template, Invitation invitation) {
        MailContent content = house.all(MailContent.class).stream()
                .filter(one -> one.template() == template)
                .findFirst()
                .orElseThrow();
        QueuedMail.Occasion about = new QueuedMail.Occasion(
                null, Map.of("invitationId", invitation.id().value().toString()));
        return house.inTransaction(() -> content.fields(new QueuedMail(
                UUID.randomUUID(),
                template,
                Recipient.invitee(invitation.id()),
                new Addressee("", GRACE),
                reseller.id(),
                List.of(about))));
    }
}
