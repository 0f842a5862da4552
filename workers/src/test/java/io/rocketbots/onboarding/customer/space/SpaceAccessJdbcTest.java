package io.rocketbots.onboarding.customer.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class SpaceAccessJdbcTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    SpaceAccessJdbcTest(TestDatabase database) {
        context = database.with(clock, TestRepositories.class, SpaceAccess.class);
    }

    @BeforeEach
    void open() {
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void letsAMemberInWithTheirRoleAndNobodyElse() {
        Reseller reseller = reseller();
        PlatformId platform = PlatformId.of(reseller.id());
        Space space = activeSpace(platform, reseller.accountId());
        AccountId agent = account(platform);
        AccountId stranger = account(platform);
        the(SpaceMembers.class).save(SpaceMember.join(space.id(), agent, SpaceRole.AGENT, clock.instant()));

        assertThat(access().of(agent, platform, space.id())).hasValueSatisfying(visitor -> {
            assertThat(visitor.role()).isEqualTo(SpaceRole.AGENT);
            assertThat(visitor.reseller()).isFalse();
        });
        assertThat(access().of(stranger, platform, space.id())).isEmpty();
    }

    @Test
    void givesTheResellersPeopleOwnerRightsOnTheirOwnPlatformOnly() {
        Reseller reseller = reseller();
        Reseller other = reseller();
        PlatformId platform = PlatformId.of(reseller.id());
        Space space = activeSpace(platform, reseller.accountId());

        assertThat(access().of(reseller.accountId(), platform, space.id())).hasValueSatisfying(visitor -> {
            assertThat(visitor.role()).isEqualTo(SpaceRole.OWNER);
            assertThat(visitor.reseller()).isTrue();
        });
        assertThat(access().of(other.accountId(), platform, space.id())).isEmpty();
    }

    @Test
    void knowsNoSpaceOfAnotherPlatform() {
        Reseller reseller = reseller();
        Space space = activeSpace(PlatformId.of(reseller.id()), reseller.accountId());

        assertThat(access().of(reseller.accountId(), PlatformId.ROCKETBOTS, space.id()))
                .isEmpty();
        assertThat(access().of(reseller.accountId(), PlatformId.of(reseller().id()), space.id()))
                .isEmpty();
    }

    @Test
    void knowsNoSpaceThatIsNotMadeYet() {
        Reseller reseller = reseller();
        PlatformId platform = PlatformId.of(reseller.id());
        Space requested = the(Spaces.class)
                .save(Space.request(
                        platform, "Bakery", "en", null, SpaceState.REQUESTED, reseller.accountId(), clock.instant()));

        assertThat(access().of(reseller.accountId(), platform, requested.id())).isEmpty();
    }

    private SpaceAccess access() {
        return the(SpaceAccess.class);
    }

    private Space activeSpace(PlatformId platform, AccountId by) {
        Space requested = Space.request(platform, "Bakery", "de", 100, SpaceState.REQUESTED, by, clock.instant());
        return the(Spaces.class).save(requested.activate(clock.instant()));
    }

    private AccountId account(PlatformId platform) {
        return the(Accounts.class)
                .save(Account.invite(
                        platform, UUID.randomUUID() + "@acme.example", "Ada", Roles.of(Role.USER), clock.instant()))
                .id();
    }

    private Reseller reseller() {
        Application submitted = Application.submit(
                new Company("Acme", "https://acme.example", "DE", 10, "Chat"),
                new ApplicantContact("Ada", UUID.randomUUID() + "@acme.example"),
                clock.instant(),
                Duration.ofHours(72));
        Application application = the(Applications.class).save(submitted);
        return the(Resellers.class)
                .save(Reseller.create(
                        application.id(),
                        account(PlatformId.ROCKETBOTS),
                        "Acme",
                        UUID.randomUUID().toString(),
                        clock.instant()));
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
