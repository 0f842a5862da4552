package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class AppointTeamJdbcTest {

    private static final TeamMember ADA =
            member("Ada@Partners.example", "Ada Example", ReviewTeams.NONE, Role.TEAM_LEAD, Role.OPS);
    private static final TeamMember ROBIN =
            member("robin@partners.example", "Robin Roe", ReviewTeams.of("reviewers"), Role.REVIEWER);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    AppointTeamJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                AppointTeam.class,
                AccessLog.class,
                Mails.class,
                MailedAccounts.class,
                OneTimeTokens.class,
                SecondFactors.class);
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
    void invitesWhoIsNew() {
        appoint(ADA, ROBIN);

        assertThat(account("ada@partners.example"))
                .extracting(Account::state, Account::roles, Account::staffCode)
                .containsExactly(AccountState.INVITED, Roles.of(Role.TEAM_LEAD, Role.OPS), "AE1");
        assertThat(account("robin@partners.example").reviewTeams()).isEqualTo(ReviewTeams.of("reviewers"));
        assertThat(mailsTo("ada@partners.example")).containsExactly("team-account");
        assertThat(mailsTo("robin@partners.example")).containsExactly("team-account");
    }

    @Test
    void changesAndMailsNothingTheSecondTime() {
        appoint(ADA, ROBIN);
        Account before = account("ada@partners.example");

        appoint(ADA, ROBIN);

        assertThat(account("ada@partners.example")).isEqualTo(before);
        assertThat(mailsTo("ada@partners.example")).containsExactly("team-account");
        assertThat(log("ada@partners.example")).containsExactly("TEAM_APPOINTED");
    }

    @Test
    void givesEverybodyACodeOfTheirOwn() {
        appoint(ADA, member("ann@partners.example", "Ann Early", ReviewTeams.NONE, Role.OPS));

        assertThat(account("ann@partners.example").staffCode()).isEqualTo("AE2");
    }

    @Test
    void changesWhatSomebodyMayDoAtOnce() {
        appoint(ADA, ROBIN);
        activate("robin@partners.example");

        appoint(ADA, member("robin@partners.example", "Robin Roe", ReviewTeams.NONE, Role.OPS));

        Account robin = account("robin@partners.example");
        assertThat(robin.isActive()).isTrue();
        assertThat(robin.roles()).isEqualTo(Roles.of(Role.OPS));
        assertThat(robin.reviewTeams()).isEqualTo(ReviewTeams.NONE);
        assertThat(robin.staffCode()).isEqualTo("RR1");
        assertThat(mailsTo("robin@partners.example")).containsExactly("team-account");
        assertThat(log("robin@partners.example")).containsExactly("TEAM_APPOINTED", "TEAM_APPOINTED");
    }

    @Test
    void letsNobodyInWhoIsNamedNoMore() {
        appoint(ADA, ROBIN);
        Account active = activate("robin@partners.example");

        appoint(ADA);

        Account robin = account("robin@partners.example");
        assertThat(robin.state()).isEqualTo(AccountState.DISABLED);
        assertThat(robin.roles()).isEqualTo(Roles.of());
        assertThat(robin.staffCode()).isNull();
        assertThat(robin.sessionGeneration()).isGreaterThan(active.sessionGeneration());
        assertThat(log("robin@partners.example")).containsExactly("TEAM_APPOINTED", "TEAM_LEFT");
    }

    @Test
    void invitesAnewWhoComesBack() {
        appoint(ADA, ROBIN);
        activate("robin@partners.example");
        appoint(ADA);

        appoint(ADA, ROBIN);

        assertThat(account("robin@partners.example").state()).isEqualTo(AccountState.INVITED);
        assertThat(mailsTo("robin@partners.example")).containsExactly("team-account", "team-account");
    }

    @Test
    void leavesCustomersWhatTheyHaveAsCustomers() {
        Account customer = accounts()
                .save(Account.invite(
                                PlatformId.ROCKETBOTS,
                                "ada@partners.example",
                                "Ada",
                                Roles.of(Role.USER, Role.RESELLER),
                                clock.instant())
                        .activate("hash"));

        appoint(ADA, ROBIN);
        assertThat(account("ada@partners.example").roles())
                .isEqualTo(Roles.of(Role.USER, Role.RESELLER, Role.TEAM_LEAD, Role.OPS));
        assertThat(mailsTo("ada@partners.example")).isEmpty();
        appoint(ROBIN);

        Account former = account("ada@partners.example");
        assertThat(former.isActive()).isTrue();
        assertThat(former.roles()).isEqualTo(customer.roles());
    }

    private void appoint(TeamMember... team) {
        context.getBean(AppointTeam.class).appoint(List.of(team));
    }

    private Account activate(String email) {
        return accounts().save(account(email).activate("hash"));
    }

    private Account account(String email) {
        return accounts()
                .findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, email)
                .orElseThrow();
    }

    private Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    private List<String> mailsTo(String email) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT template FROM mail_message WHERE recipient LIKE :account ORDER BY created_at")
                .param("account", "%" + idOf(email) + "%")
                .query(String.class)
                .list();
    }

    private List<String> log(String email) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT what FROM access_entry WHERE account_id = :id ORDER BY seq")
                .param("id", account(email).id().value())
                .query(String.class)
                .list();
    }

    private String idOf(String email) {
        return account(email).id().value().toString();
    }

    private static TeamMember member(String email, String name, ReviewTeams teams, Role... roles) {
        return new TeamMember(email, name, Roles.of(roles), teams);
    }
}
