package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor.Result.Right;
import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor.Result.TooSoon;
import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor.Result.Used;
import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor.Result.Wrong;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class SecondFactorJdbcTest {

    private static final String PASSWORD = "four quiet words here";
    private static final String HASH = new Passwords().hash(PASSWORD);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    SecondFactorJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                SecondFactors.class,
                RecoveryCodes.class,
                SecondFactorMails.class,
                SetUpSecondFactor.class,
                CheckSecondFactor.class,
                RemoveSecondFactor.class,
                ConfirmIdentity.class,
                SignInSteps.class,
                Passwords.class,
                AccessLog.class,
                Mails.class,
                MailedAccounts.class,
                OneTimeTokens.class);
        context.registerBean(
                SecondFactorSeal.class,
                () -> new SecondFactorSeal("of-these-tests-and-long-enough-for-them", new SecureRandom()));
        context.registerBean(
                SignInTerms.class, () -> new SignInTerms(true, Duration.ofDays(30), Duration.ofMinutes(10)));
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
    void countsOnlyOnceACodeHasShownThatTheAppHasTheSecret() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft draft = begin(ada);

        assertThat(confirm(ada, draft, "000000")).isInstanceOf(SetUpSecondFactor.Result.WrongCode.class);
        assertThat(steps().after(ada)).isEqualTo(SignInSteps.Step.NONE);

        assertThat(confirm(ada, draft, code(draft))).isInstanceOf(SetUpSecondFactor.Result.Done.class);
        assertThat(steps().after(ada)).isEqualTo(SignInSteps.Step.CODE);
        assertThat(accesses(ada)).containsExactly("SECOND_FACTOR_SET_UP");
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up");
    }

    @Test
    void isAskedOfTheTeamBeforeAnythingElse() {
        assertThat(steps().after(account(Role.REVIEWER))).isEqualTo(SignInSteps.Step.SET_UP);
        assertThat(steps().after(account(Role.TEAM_LEAD))).isEqualTo(SignInSteps.Step.SET_UP);
        assertThat(steps().after(account(Role.OPS, Role.USER))).isEqualTo(SignInSteps.Step.SET_UP);
        assertThat(steps().after(account(Role.RESELLER, Role.USER))).isEqualTo(SignInSteps.Step.NONE);
    }

    @Test
    void takesEachCodeOnce() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft app = setUp(ada);

        assertThat(check(ada, code(app))).as("the one that set it up").isInstanceOf(Used.class);
        clock.advance(Duration.ofSeconds(30));
        String next = code(app);
        assertThat(check(ada, next)).isInstanceOf(Right.class);
        assertThat(check(ada, next)).isInstanceOf(Used.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(check(ada, next)).as("the one before").isInstanceOf(Used.class);
        assertThat(check(ada, spaced(code(app)))).isInstanceOf(Right.class);
    }

    @Test
    void makesWaitWhoeverGuessesAndLetsTheOwnerInAfterwards() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft app = setUp(ada);
        clock.advance(Duration.ofMinutes(5));
        IntStream.range(0, 5)
                .forEach(guess -> assertThat(check(ada, "00000" + guess)).isInstanceOf(Wrong.class));

        assertThat(check(ada, code(app))).isEqualTo(new TooSoon(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(check(ada, "000006")).isInstanceOf(Wrong.class);
        assertThat(check(ada, code(app))).isEqualTo(new TooSoon(Duration.ofMinutes(1)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(check(ada, code(app))).isInstanceOf(Right.class);
        assertThat(check(ada, "000007")).as("counted anew").isInstanceOf(Wrong.class);
        assertThat(check(ada, "000008")).isInstanceOf(Wrong.class);
    }

    @Test
    void countsEveryTryOfManyAtOnce() throws Exception {
        Account ada = account(Role.USER);
        setUp(ada);
        clock.advance(Duration.ofMinutes(5));

        List<CheckSecondFactor.Result> results = atOnce(20, () -> check(ada, "000000"));

        assertThat(results).filteredOn(Wrong.class::isInstance).hasSize(5);
        assertThat(results).filteredOn(TooSoon.class::isInstance).hasSize(15);
    }

    @Test
    void takesACodeOnceOfManyAtOnce() throws Exception {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft app = setUp(ada);
        clock.advance(Duration.ofSeconds(30));

        List<CheckSecondFactor.Result> results = atOnce(4, () -> check(ada, code(app)));

        assertThat(results).filteredOn(Right.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Used.class::isInstance).hasSize(3);
    }

    @Test
    void takesEachRecoveryCodeOnceHoweverItIsTyped() {
        Account ada = account(Role.USER);
        List<String> codes = recoveryCodesOf(ada);

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(check(ada, codes.get(0))).isInstanceOf(Right.class);
        assertThat(check(ada, codes.get(0))).isInstanceOf(Wrong.class);
        assertThat(check(ada, " " + codes.get(1).toUpperCase(Locale.ROOT).replace("-", " ")))
                .isInstanceOf(Right.class);
        assertThat(context.getBean(RecoveryCodes.class).left(ada.id())).isEqualTo(8);
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up", "recovery-code-used", "recovery-code-used");
        assertThat(accesses(ada))
                .containsExactly(
                        "SECOND_FACTOR_SET_UP", "RECOVERY_CODE_USED", "SECOND_FACTOR_FAILED", "RECOVERY_CODE_USED");
    }

    @Test
    void letsTheOwnerInByARecoveryCodeWhileSomebodyGuesses() {
        Account ada = account(Role.USER);
        List<String> codes = recoveryCodesOf(ada);
        clock.advance(Duration.ofMinutes(5));
        IntStream.range(0, 9).forEach(guess -> check(ada, "00000" + guess));

        assertThat(check(ada, codes.get(3))).isInstanceOf(Right.class);
    }

    @Test
    void keepsNeitherSecretNorRecoveryCodes() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft draft = begin(ada);
        List<String> codes = doneOf(confirm(ada, draft, code(draft)));

        String stored = BaseEncoding.base16()
                .encode(jdbc().sql("SELECT sealed_secret FROM second_factor")
                        .query((row, number) -> row.getBytes(1))
                        .single());
        int nonceSecretAndTag = 12 + 20 + 16;
        assertThat(stored)
                .hasSize(2 * nonceSecretAndTag)
                .doesNotContain(BaseEncoding.base16().encode(secretOf(draft)));
        assertThat(jdbc().sql("SELECT hash FROM recovery_code")
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.length() == 64)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfThoseBefore() {
        Account ada = account(Role.USER);
        List<String> former = recoveryCodesOf(ada);

        List<String> codes = context.getBean(SetUpSecondFactor.class)
                .newRecoveryCodes(ada.id(), PlatformId.ROCKETBOTS)
                .orElseThrow();

        assertThat(check(ada, former.getFirst())).isInstanceOf(Wrong.class);
        assertThat(check(ada, codes.getFirst())).isInstanceOf(Right.class);
        assertThat(context.getBean(SetUpSecondFactor.class)
                        .newRecoveryCodes(account(Role.USER).id(), PlatformId.ROCKETBOTS))
                .isEmpty();
    }

    @Test
    void isSetUpOnceWhenTheButtonIsPressedTwice() throws Exception {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft draft = begin(ada);

        List<SetUpSecondFactor.Result> results = atOnce(3, () -> confirm(ada, draft, code(draft)));

        assertThat(results)
                .filteredOn(SetUpSecondFactor.Result.Done.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(SetUpSecondFactor.Result.DoneAlready.class::isInstance)
                .hasSize(2);
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up");
    }

    @Test
    void anotherAppTakesThePlaceOfTheOneBefore() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft former = setUp(ada);
        SetUpSecondFactor.Draft next = setUp(ada);
        clock.advance(Duration.ofSeconds(30));

        assertThat(check(ada, code(former))).isInstanceOf(Wrong.class);
        assertThat(check(ada, code(next))).isInstanceOf(Right.class);
    }

    @Test
    void takesNoDraftOfAnotherAccountAndNoneThatIsOld() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft draft = begin(ada);

        assertThat(confirm(account(Role.USER), draft, code(draft)))
                .isInstanceOf(SetUpSecondFactor.Result.Outdated.class);
        clock.advance(Duration.ofHours(2));
        assertThat(confirm(ada, draft, code(draft))).isInstanceOf(SetUpSecondFactor.Result.Outdated.class);
    }

    @Test
    void tellsTheAppWhoseCodesTheyAre() {
        SetUpSecondFactor.Draft draft = context.getBean(SetUpSecondFactor.class)
                .begin(account(Role.USER).id(), "ada+1@acme.example", "Acme & Co");

        assertThat(draft.uri())
                .isEqualTo("otpauth://totp/Acme%20%26%20Co:ada%2B1%40acme.example?secret="
                        + draft.secret().replace(" ", "") + "&issuer=Acme%20%26%20Co");
    }

    @Test
    void isTurnedOffOnce() {
        Account ada = account(Role.USER);
        List<String> codes = recoveryCodesOf(ada);
        RemoveSecondFactor remove = context.getBean(RemoveSecondFactor.class);

        assertThat(remove.turnOff(ada.id(), PlatformId.ROCKETBOTS)).isTrue();
        assertThat(remove.turnOff(ada.id(), PlatformId.ROCKETBOTS)).isFalse();

        assertThat(steps().after(ada)).isEqualTo(SignInSteps.Step.NONE);
        assertThat(check(ada, codes.getFirst())).isInstanceOf(Wrong.class);
        assertThat(mailsTo(ada)).containsExactly("second-factor-set-up", "second-factor-turned-off");
    }

    @Test
    void theTeamResetsItForOneOfItsOwnAndEndsTheirSessions() {
        Account robin = account(Role.REVIEWER);
        setUp(robin);
        RemoveSecondFactor remove = context.getBean(RemoveSecondFactor.class);

        assertThat(remove.reset(robin.id())).isTrue();
        assertThat(remove.reset(robin.id())).isFalse();

        Account after = context.getBean(Accounts.class).get(robin.id());
        assertThat(after.sessionGeneration()).isEqualTo(robin.sessionGeneration() + 1);
        assertThat(steps().after(after)).isEqualTo(SignInSteps.Step.SET_UP);
        assertThat(accesses(robin)).containsExactly("SECOND_FACTOR_SET_UP", "SECOND_FACTOR_RESET");
    }

    @Test
    void theTeamDoesNotResetThatOfACustomer() {
        Account ada = account(Role.RESELLER, Role.USER);
        setUp(ada);

        assertThat(context.getBean(RemoveSecondFactor.class).reset(ada.id())).isFalse();
        assertThat(steps().after(ada)).isEqualTo(SignInSteps.Step.CODE);
    }

    @Test
    void confirmingTakesThePasswordAndThenACode() {
        Account ada = account(Role.USER);
        assertThat(confirmIdentity(ada, PASSWORD, "")).isInstanceOf(ConfirmIdentity.Result.Confirmed.class);
        SetUpSecondFactor.Draft app = setUp(ada);
        clock.advance(Duration.ofSeconds(30));

        assertThat(confirmIdentity(ada, "wrong", code(app))).isInstanceOf(ConfirmIdentity.Result.WrongPassword.class);
        assertThat(confirmIdentity(ada, PASSWORD, "")).isEqualTo(new ConfirmIdentity.Result.CodeRefused(new Wrong()));
        assertThat(confirmIdentity(ada, PASSWORD, code(app)))
                .as("not used up by the try with a wrong password")
                .isInstanceOf(ConfirmIdentity.Result.Confirmed.class);
        assertThat(confirmIdentity(ada, PASSWORD, code(app)))
                .isEqualTo(new ConfirmIdentity.Result.CodeRefused(new Used()));
    }

    @Test
    void anUnreadableSecretLetsNobodyInButByARecoveryCode() {
        Account ada = account(Role.USER);
        SetUpSecondFactor.Draft draft = begin(ada);
        List<String> codes = doneOf(confirm(ada, draft, code(draft)));
        jdbc().sql("UPDATE second_factor SET sealed_secret = :other")
                .param(
                        "other",
                        new SecondFactorSeal("another-secret-that-is-long-enough-too", new SecureRandom())
                                .seal(ada.id(), secretOf(draft)))
                .update();
        clock.advance(Duration.ofSeconds(30));

        assertThat(check(ada, code(draft))).isInstanceOf(Wrong.class);
        assertThat(check(ada, codes.getFirst())).isInstanceOf(Right.class);
    }

    private Account account(Role... roles) {
        int number = context.getBean(Accounts.class).findAll().size();
        Account invited = Account.invite(
                PlatformId.ROCKETBOTS, "ada-" + number + "@acme.example", "Ada", Roles.of(roles), clock.instant());
        return context.getBean(Accounts.class).save(invited.activate(HASH));
    }

    private SetUpSecondFactor.Draft begin(Account account) {
        return context.getBean(SetUpSecondFactor.class).begin(account.id(), account.email(), "Acme Chat");
    }

    private SetUpSecondFactor.Draft setUp(Account account) {
        SetUpSecondFactor.Draft draft = begin(account);
        doneOf(confirm(account, draft, code(draft)));
        return draft;
    }

    private List<String> recoveryCodesOf(Account account) {
        SetUpSecondFactor.Draft draft = begin(account);
        return doneOf(confirm(account, draft, code(draft)));
    }

    private static List<String> doneOf(SetUpSecondFactor.Result result) {
        return ((SetUpSecondFactor.Result.Done) result).recoveryCodes();
    }

    private SetUpSecondFactor.Result confirm(Account account, SetUpSecondFactor.Draft draft, String code) {
        return context.getBean(SetUpSecondFactor.class)
                .confirm(account.id(), PlatformId.ROCKETBOTS, draft.sealed(), code);
    }

    private CheckSecondFactor.Result check(Account account, String typed) {
        return context.getBean(CheckSecondFactor.class).check(account.id(), PlatformId.ROCKETBOTS, typed);
    }

    private ConfirmIdentity.Result confirmIdentity(Account account, String password, String code) {
        return context.getBean(ConfirmIdentity.class).confirm(account.id(), PlatformId.ROCKETBOTS, password, code);
    }

    /** What the app shows now. */
    private String code(SetUpSecondFactor.Draft draft) {
        return OneTimeCodes.at(secretOf(draft), clock.instant());
    }

    private static byte[] secretOf(SetUpSecondFactor.Draft draft) {
        return BaseEncoding.base32().decode(draft.secret().replace(" ", ""));
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3) + " ";
    }

    private SignInSteps steps() {
        return context.getBean(SignInSteps.class);
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private List<String> accesses(Account account) {
        return jdbc().sql("SELECT what FROM access_entry WHERE account_id = :id ORDER BY seq")
                .param("id", account.id().value())
                .query(String.class)
                .list();
    }

    private List<String> mailsTo(Account account) {
        return jdbc().sql("SELECT template FROM mail_message WHERE recipient = :recipient ORDER BY seq")
                .param("recipient", "account:" + account.id().value())
                .query(String.class)
                .list();
    }

    private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return what.call();
                    }))
                    .limit(times)
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
