package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.AccountAddresses;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.OneTimeTokens.Known;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class OneTimeTokensJdbcTest {

    private static final PlatformId RESELLERS = new PlatformId(UUID.randomUUID());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    OneTimeTokensJdbcTest(TestDatabase database) {
        context = database.with(clock, TestRepositories.class, OneTimeTokens.class, MailedAccounts.class);
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
    void isGoodOnceOnly() {
        Account ada = account(PlatformId.ROCKETBOTS, "ada@acme.example");
        String token = mint(ada, TokenKind.RESET);

        assertThat(use(token, PlatformId.ROCKETBOTS, TokenKind.RESET)).contains(ada.id());
        assertThat(use(token, PlatformId.ROCKETBOTS, TokenKind.RESET)).isEmpty();
    }

    @Test
    void isVoidOnceAnotherOfTheAccountWasUsed() {
        Account ada = account(PlatformId.ROCKETBOTS, "ada@acme.example");
        Account grace = account(PlatformId.ROCKETBOTS, "grace@acme.example");
        String first = mint(ada, TokenKind.RESET);
        String second = mint(ada, TokenKind.RESET);
        String gracesOwn = mint(grace, TokenKind.RESET);

        assertThat(use(second, PlatformId.ROCKETBOTS, TokenKind.RESET)).isPresent();

        assertThat(use(first, PlatformId.ROCKETBOTS, TokenKind.RESET)).isEmpty();
        assertThat(use(gracesOwn, PlatformId.ROCKETBOTS, TokenKind.RESET)).contains(grace.id());
    }

    @Test
    void isVoidOnceTheAddressItWentToTurnedOutWrong() {
        Account ada = account(PlatformId.ROCKETBOTS, "ada@acne.example");
        String strangers = mint(ada, TokenKind.ACTIVATION);

        context.getBean(AccountAddresses.class).correct(ada.id(), "ada@acme.example");
        String adas = mint(ada, TokenKind.ACTIVATION);

        assertThat(use(strangers, PlatformId.ROCKETBOTS, TokenKind.ACTIVATION)).isEmpty();
        assertThat(use(adas, PlatformId.ROCKETBOTS, TokenKind.ACTIVATION)).contains(ada.id());
    }

    @Test
    void diesWithTimeAndIsStillKnown() {
        Account ada = account(PlatformId.ROCKETBOTS, "ada@acme.example");
        String token = mint(ada, TokenKind.RESET);

        clock.advance(Duration.ofMinutes(61));

        assertThat(use(token, PlatformId.ROCKETBOTS, TokenKind.RESET)).isEmpty();
        assertThat(tokens().find(token, PlatformId.ROCKETBOTS, TokenKind.RESET)).contains(new Known(ada.id(), false));
    }

    @Test
    void isUnknownOnAnotherPlatformAndForAnotherPurpose() {
        String token = mint(account(PlatformId.ROCKETBOTS, "ada@acme.example"), TokenKind.RESET);

        assertThat(tokens().find(token, RESELLERS, TokenKind.RESET)).isEmpty();
        assertThat(tokens().find(token, PlatformId.ROCKETBOTS, TokenKind.ACTIVATION))
                .isEmpty();
    }

    @Test
    void isNotKeptItself() {
        String token = mint(account(PlatformId.ROCKETBOTS, "ada@acme.example"), TokenKind.RESET);

        assertThat(token).hasSize(43);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT hash FROM account_token")
                        .query(String.class)
                        .list())
                .doesNotContain(token);
    }

    @Test
    void anEmailHasOneAccountAPlatform() {
        account(PlatformId.ROCKETBOTS, "ada@acme.example");
        account(RESELLERS, "ada@acme.example");

        assertThatThrownBy(() -> account(PlatformId.ROCKETBOTS, "Ada@ACME.example"))
                .hasRootCauseInstanceOf(SQLException.class)
                .isInstanceOf(DuplicateKeyException.class);
    }

    private Account account(PlatformId platform, String email) {
        return context.getBean(Accounts.class)
                .save(Account.invite(platform, email, "Ada", Roles.of(Role.USER), clock.instant()));
    }

    private String mint(Account account, TokenKind kind) {
        return Objects.requireNonNull(
                transaction().execute(status -> tokens().mint(account.id(), PlatformId.ROCKETBOTS, kind)));
    }

    private Optional<AccountId> use(String token, PlatformId platform, TokenKind kind) {
        return Objects.requireNonNull(transaction().execute(status -> tokens().use(token, platform, kind)));
    }

    private TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }

    private OneTimeTokens tokens() {
        return context.getBean(OneTimeTokens.class);
    }
}
