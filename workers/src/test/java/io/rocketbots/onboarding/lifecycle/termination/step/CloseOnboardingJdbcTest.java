package io.rocketbots.onboarding.lifecycle.termination.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.launch.branding.LogoType;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainRefused;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.lifecycle.termination.CancelOnboarding;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.EndOfWait;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The time is over, or a call was decided that way; the step runs twice. */
@OnEachDatabase
class CloseOnboardingJdbcTest {

    private final Desk desk;
    private final Account account;
    private final Reseller reseller;

    CloseOnboardingJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        Application approved =
                desk.the(Applications.class).save(desk.application().approve());
        account = desk.the(Accounts.class)
                .save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        approved.contact().email(),
                        "Ada Applicant",
                        Roles.of(Role.RESELLER),
                        now().plusSeconds(60)));
        reseller = desk.the(Resellers.class)
                .save(Reseller.create(
                        approved.id(),
                        account.id(),
                        "Acme Chat",
                        UUID.randomUUID().toString(),
                        now()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takesEverythingBackFromAResellerThatNeverFinished() {
        assertThat(close("activation")).isEqualTo(new WaitEnded(false));
        assertThat(close("activation")).isEqualTo(new WaitEnded(false));

        assertThat(state()).isEqualTo(ApplicationState.CLOSED);
        assertThat(desk.the(Resellers.class).get(reseller.id()).state()).isEqualTo(ResellerState.CANCELLED);
        assertThat(desk.the(Accounts.class).get(account.id()).state()).isEqualTo(AccountState.DISABLED);
        assertThat(desk.mails(reseller.applicationId()))
                .containsExactly("onboarding-closed account:" + account.id().value(), "team-onboarding-closed lena");
        assertThat(desk.timeline(reseller.applicationId()))
                .containsExactly("The system: The onboarding has been closed. The Reseller Account was not activated.");
    }

    @Test
    void closesNothingOnceTheAccountIsActive() {
        activate();

        goesOn("activation");
    }

    @Test
    void closesNothingOnceTheBrandIsComplete() {
        activate();
        Logo logo = new Logo("a".repeat(64), LogoType.SVG, 9, 9, "", LogoHost.ROCKETBOTS, now());
        desk.the(Brands.class)
                .save(new Brand(reseller.id(), 0, "Acme Chat", "#7C3AED", null, null, logo, logo, logo, now(), now()));

        goesOn("branding");
    }

    @Test
    void closesNothingOnceADomainIsRequested() {
        activate();
        CustomDomain domain = request();

        goesOn("domain");

        assertThat(desk.the(CustomDomains.class).get(domain.id()).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void closesForTheBrandThatIsMissingWhateverElseWasDone() {
        activate();
        CustomDomain domain = request();

        assertThat(close("branding")).isEqualTo(new WaitEnded(false));

        assertThat(state()).isEqualTo(ApplicationState.CLOSED);
        assertThat(desk.the(CustomDomains.class).get(domain.id()).state()).isEqualTo(DomainState.RELEASED);
        assertThat(desk.timeline(reseller.applicationId()))
                .contains("The system: The onboarding has been closed. The Platform Appearance was not filled in.");
    }

    @Test
    void cancelsWhatTheTeamHasCancelledThoughTheDeadlineIsHeardOfFirst() {
        activate();
        desk.the(CancelOnboarding.class).cancel(reseller.applicationId(), "You do not start this year.", "Lena Lead");

        assertThat(close("domain")).isEqualTo(new WaitEnded(false));
        assertThat(close("domain")).isEqualTo(new WaitEnded(false));

        assertThat(state()).isEqualTo(ApplicationState.CANCELLED);
        assertThat(desk.the(Resellers.class).get(reseller.id()).state()).isEqualTo(ResellerState.CANCELLED);
        assertThat(desk.mails(reseller.applicationId()))
                .containsExactly(
                        "onboarding-cancelled-by-team account:" + account.id().value(),
                        "team-onboarding-cancelled lena");
    }

    @RepeatedTest(5)
    void aDomainThatIsRequestedInThatVeryMomentIsSeenOrRefused() throws Exception {
        activate();
        CyclicBarrier start = new CyclicBarrier(2);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> requested = threads.submit(() -> {
                start.await();
                return isRequested();
            });
            Future<WaitEnded> closed = threads.submit(() -> {
                start.await();
                return close("domain");
            });

            assertThat(closed.get().doneMeanwhile()).isEqualTo(requested.get());
        }
        assertThat(desk.the(CustomDomains.class).currentOf(reseller.id()).isPresent())
                .isEqualTo(state() == ApplicationState.APPROVED);
    }

    private void goesOn(String awaited) {
        assertThat(close(awaited)).isEqualTo(new WaitEnded(true));
        assertThat(close(awaited)).isEqualTo(new WaitEnded(true));

        assertThat(state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(desk.the(Resellers.class).get(reseller.id()).state()).isEqualTo(ResellerState.ONBOARDING);
        assertThat(desk.the(Accounts.class).get(account.id()).state()).isEqualTo(AccountState.ACTIVE);
        assertThat(desk.mails(reseller.applicationId())).isEmpty();
    }

    private WaitEnded close(String awaited) {
        return desk.done(
                JobTypes.CLOSE_ONBOARDING,
                new EndOfWait(reseller.applicationId().value(), awaited),
                7);
    }

    private void activate() {
        desk.the(Accounts.class).save(account.activate("a hash"));
    }

    private CustomDomain request() {
        desk.the(RequestDomain.class).request(reseller.id(), "chat.acme.com", "Ada Applicant");
        return desk.the(CustomDomains.class).currentOf(reseller.id()).orElseThrow();
    }

    private boolean isRequested() {
        try {
            request();
            return true;
        } catch (DomainRefused tooLate) {
            return false;
        }
    }

    private ApplicationState state() {
        return desk.application(reseller.applicationId()).state();
    }

    private Instant now() {
        return desk.clock.instant();
    }
}
