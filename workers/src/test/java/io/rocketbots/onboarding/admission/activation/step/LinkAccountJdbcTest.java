package io.rocketbots.onboarding.admission.activation.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two people may want the one account that is there: the second is asked again, and no case stands still. */
@OnEachDatabase
class LinkAccountJdbcTest {

    private static final String LINK = "link-existing-account";

    /** One mailbox, written in two ways, so that both applications may be open. */
    private static final String EMAIL = "ada@bücher.example";

    private static final String SAME_EMAIL = "ada@xn--bcher-kva.example";

    private final Desk desk;

    LinkAccountJdbcTest(TestDatabase database) {
        desk = new Desk(database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void linksTheExistingAccountHoweverOftenItRuns() {
        Account existing = existingAccount();
        Task task = duplicateAccount(EMAIL);
        desk.record(task, Desk.answer(LINK, "R1", null));

        Outcome<ResellerCreated> first = link(task);
        Outcome<ResellerCreated> second = link(task);

        Reseller made = resellerOf(task).orElseThrow();
        assertThat(first).isEqualTo(Outcome.done(new ResellerCreated(made.id().value())));
        assertThat(second).isEqualTo(first);
        assertThat(made.accountId()).isEqualTo(existing.id());
        assertThat(desk.the(Accounts.class).get(existing.id()).roles()).isEqualTo(Roles.of(Role.USER, Role.RESELLER));
        assertThat(desk.outbox()).containsExactly("account-created " + made.id().value());
    }

    @Test
    void aDecisionOfTheConsoleIsVoidWhenTheAccountWasLinkedBeforeItIsRecorded() {
        existingAccount();
        Task first = duplicateAccount(EMAIL);
        Task second = duplicateAccount(SAME_EMAIL);
        decideInConsole(first);
        decideInConsole(second);
        desk.sendOutbox();
        desk.record(first, null);
        link(first);

        DecisionRecorded recorded = desk.record(second, null);

        assertThat(recorded).isEqualTo(new DecisionRecorded(DecisionRecorded.REOPEN, "console", null));
        assertThat(desk.record(second, null)).isEqualTo(recorded);
        assertThat(desk.timeline(second.applicationId()))
                .containsOnlyOnce("The system: What Rita Reviewer decided on “Resolve duplicate account” (Link"
                        + " Existing Account) is void: the account belongs to another reseller. The task is open"
                        + " again.");
    }

    @Test
    void aRecordedDecisionIsVoidWhenTheAccountWasLinkedBeforeItIsCarriedOut() {
        existingAccount();
        Task first = duplicateAccount(EMAIL);
        Task second = duplicateAccount(SAME_EMAIL);
        desk.record(first, Desk.answer(LINK, "R1", null));
        desk.record(second, Desk.answer(LINK, "R2", null));
        link(first);

        Outcome<ResellerCreated> once = link(second);
        Outcome<ResellerCreated> twice = link(second);

        assertThat(once).isEqualTo(Outcome.refused(StepError.ACCOUNT_IN_USE));
        assertThat(twice).isEqualTo(once);
        assertThat(desk.the(TaskDecisions.class).get(second.id()).decision()).isEqualTo(DecisionRecorded.REOPEN);
        assertThat(desk.timeline(second.applicationId()).stream().filter(entry -> entry.contains("is void")))
                .hasSize(1);
    }

    @Test
    void anAccountThatIsGoneCannotBeLinked() {
        Account existing = existingAccount();
        Task task = duplicateAccount(EMAIL);
        desk.record(task, Desk.answer(LINK, "R1", null));
        desk.the(Accounts.class).delete(existing);

        assertThat(link(task)).isEqualTo(Outcome.refused(StepError.ACCOUNT_IN_USE));
        assertThat(desk.timeline(task.applicationId()))
                .anyMatch(entry -> entry.contains("no account has the applicant’s email any more"));
    }

    @RepeatedTest(5)
    void oneOfTwoAtOnceGetsTheAccountAndTheOtherIsAskedAgain() throws Exception {
        existingAccount();
        Task first = duplicateAccount(EMAIL);
        Task second = duplicateAccount(SAME_EMAIL);
        decideInConsole(first);
        decideInConsole(second);
        desk.sendOutbox();

        List<String> ends = atOnce(() -> recordAndLink(first), () -> recordAndLink(second));

        assertThat(ends).containsExactlyInAnyOrder("linked", "asked again");
        assertThat(resellerOf(first).isPresent())
                .isNotEqualTo(resellerOf(second).isPresent());
    }

    /** What the process does once the message of the console has come. */
    private String recordAndLink(Task task) {
        return desk.record(task, null).decision().equals(LINK) && link(task) instanceof Outcome.Done
                ? "linked"
                : "asked again";
    }

    private Account existingAccount() {
        return desk.the(Accounts.class)
                .save(Account.invite(PlatformId.ROCKETBOTS, EMAIL, "Ada", Roles.of(Role.USER), desk.clock.instant())
                        .activate("a hash"));
    }

    /** The task of an approved application whose email has an account already. */
    private Task duplicateAccount(String email) {
        Application approved =
                desk.the(Applications.class).save(desk.application(email).approve());
        UUID about = approved.id().value();
        return desk.task(desk.done(JobTypes.OPEN_TASK, new OpenTask("duplicate-account", about, about, null), 7)
                .taskId());
    }

    private void decideInConsole(Task task) {
        desk.the(DecideTask.class).decide(task.id(), desk.rita, LINK, Map.of());
    }

    private Outcome<ResellerCreated> link(Task task) {
        ForDecision input =
                new ForDecision(task.applicationId().value(), task.id().value());
        return desk.run(JobTypes.LINK_ACCOUNT, input, 8);
    }

    private Optional<Reseller> resellerOf(Task task) {
        return desk.the(Resellers.class).findByApplicationId(task.applicationId());
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
