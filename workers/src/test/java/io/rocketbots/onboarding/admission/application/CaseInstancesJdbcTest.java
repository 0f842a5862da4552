package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.CaseInstances.Instance;
import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboarding;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class CaseInstancesJdbcTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final AnnotationConfigApplicationContext context;

    CaseInstancesJdbcTest(TestDatabase database) {
        context = database.with(new SettableClock(NOW), TestRepositories.class, CaseInstances.class);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void listsWhatRunsForTheCaseAndForAllThatCameOfIt() {
        Account owner = account("ada@acme.example");
        Application application = application(owner);
        the(Applications.class).bind(application.id(), 10);
        Reseller reseller = reseller(application, owner);
        the(Resellers.class).bindIntroduction(reseller.id(), 11);
        CustomDomain domain = the(CustomDomains.class)
                .save(CustomDomain.request(
                        reseller, new DomainName("chat.acme.example"), new DomainName("a1.edge.example"), NOW));
        the(CustomDomains.class).bindSetup(domain.id(), 12);
        Space shop = space(reseller, owner, "Shop");
        Space bakery = space(reseller, owner, "Bakery");
        the(Spaces.class).bind(shop.id(), 14);
        the(Spaces.class).bind(bakery.id(), 15);
        Invitation invitation =
                the(Invitations.class).save(Invitation.toTeam(reseller.id(), owner.id(), "mara@acme.example", NOW));
        the(Invitations.class).bind(invitation.id(), 16);
        Offboarding offboarding = the(Offboardings.class)
                .save(Offboarding.request(reseller, owner.id(), "Ada Applicant", true, "We move on.", NOW));
        the(Offboardings.class).bind(offboarding.id(), 17);
        callAboutBranding(application, 1, 18);
        callAboutBranding(application, 2, 18);

        assertThat(the(CaseInstances.class).of(application.id()))
                .containsExactly(
                        new Instance(ProcessId.RESELLER_ONBOARDING, "", 10),
                        new Instance(ProcessId.RESELLER_CALL, "branding", 18),
                        new Instance(ProcessId.RESELLER_INTRODUCTION, "", 11),
                        new Instance(ProcessId.DOMAIN_SETUP, "chat.acme.example", 12),
                        new Instance(ProcessId.RESELLER_OFFBOARDING, "", 17),
                        new Instance(ProcessId.SPACE_PROVISIONING, "Bakery", 15),
                        new Instance(ProcessId.SPACE_PROVISIONING, "Shop", 14),
                        new Instance(ProcessId.USER_INVITATION, "mara@acme.example", 16));
    }

    @Test
    void leavesOutWhatHasNotBegunAndWhatBelongsToOthers() {
        Account owner = account("ada@acme.example");
        Application application = application(owner);
        reseller(application, owner);
        Account other = account("bo@other.example");
        Application theirs = application(other);
        the(Applications.class).bind(theirs.id(), 20);
        the(Spaces.class).bind(space(reseller(theirs, other), other, "Theirs").id(), 21);

        assertThat(the(CaseInstances.class).of(application.id())).isEmpty();
    }

    @Test
    void callsThemAsTheirDiagramsDo() {
        assertThat(new Instance(ProcessId.RESELLER_CALL, "", 18).name()).isEqualTo("Call a reseller");
    }

    private void callAboutBranding(Application application, int round, long instance) {
        the(JdbcClient.class)
                .sql("""
                INSERT INTO task (id, version, kind, application_id, business_id, about, round, title, team, priority,
                    state, opened_at, due_at, remind_at, escalate_at, process_instance_key, element_instance_key,
                    answered, overdue)
                VALUES (:id, 1, 'CALL', :application, :application, 'branding', :round, 'Call the reseller',
                    'reviewers', 50, 'OPEN', :now, :now, :now, :now, :instance, :round, FALSE, FALSE)
                """)
                .param("id", UUID.randomUUID())
                .param("application", application.id().value())
                .param("round", round)
                .param("instance", instance)
                .param("now", Timestamp.from(NOW))
                .update();
    }

    private Account account(String email) {
        return the(Accounts.class)
                .save(Account.invite(PlatformId.ROCKETBOTS, email, "Ada Applicant", Roles.of(Role.RESELLER), NOW));
    }

    private Application application(Account by) {
        return the(Applications.class)
                .save(Application.submit(
                        new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                        new ApplicantContact("Ada Applicant", by.email()),
                        NOW,
                        Duration.ofDays(3)));
    }

    private Reseller reseller(Application application, Account owner) {
        String label = "label-" + owner.email().charAt(0);
        return the(Resellers.class).save(Reseller.create(application.id(), owner.id(), "Acme Chat", label, NOW));
    }

    private Space space(Reseller reseller, Account by, String name) {
        return the(Spaces.class)
                .save(Space.request(
                        PlatformId.of(reseller.id()), name, "en", null, SpaceState.REQUESTED, by.id(), NOW));
    }

    private <T> T the(Class<T> type) {
        return context.getBean(type);
    }
}
