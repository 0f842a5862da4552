package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.task.AddComment;
import io.rocketbots.onboarding.admission.task.ClaimTask;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Decider;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the reviewers of local mode do. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleTeam {

    private static final String ROBIN = "reviewer@rocketbots.localhost";
    private static final String RENE = "reviewer2@rocketbots.localhost";

    private final Accounts accounts;
    private final SampleTasks tasks;
    private final DecideTask decideTask;
    private final ClaimTask claimTask;
    private final AddComment addComment;
    private final ReviewTerms terms;
    private final Clock clock;
    private final Patience patience;

    SampleTeam(
            Accounts accounts,
            SampleTasks tasks,
            DecideTask decideTask,
            ClaimTask claimTask,
            AddComment addComment,
            ReviewTerms terms,
            Clock clock,
            Patience patience) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.decideTask = decideTask;
        this.claimTask = claimTask;
        this.addComment = addComment;
        this.terms = terms;
        this.clock = clock;
        this.patience = patience;
    }

    /** Waits until somebody can take the case up. */
    void awaitReview(ApplicationId application) {
        tasks.await(TaskKind.REVIEW, application.value());
    }

    /** Waits until somebody can tell whether it is the same person. */
    void awaitDuplicateAccount(ApplicationId application) {
        tasks.await(TaskKind.DUPLICATE_ACCOUNT, application.value());
    }

    /** Waits until the answer is there for somebody to review. */
    void awaitSecondReview(ApplicationId application) {
        tasks.await(TaskKind.REVIEW, application.value(), 2);
    }

    /** Somebody is on the review, and has noted something. */
    void consider(ApplicationId application, String comment) {
        Task review = tasks.await(TaskKind.REVIEW, application.value());
        boolean free = review.claimedBy(clock.instant(), terms.claimIdle()).isEmpty();
        if (free && tasks.isOpen(review)) {
            Decider rene = decider(RENE);
            patience.insist(() -> claimTask.claim(review.id(), rene.id()));
            addComment.add(review.id(), rene, comment);
        }
    }

    void approve(ApplicationId application, String word) {
        decide(tasks.await(TaskKind.REVIEW, application.value()), ROBIN, TaskForms.APPROVE, Map.of("message", word));
    }

    void reject(ApplicationId application, String reason) {
        decide(tasks.await(TaskKind.REVIEW, application.value()), ROBIN, TaskForms.REJECT, Map.of("message", reason));
    }

    void ask(ApplicationId application, String question) {
        decide(
                tasks.await(TaskKind.REVIEW, application.value()),
                ROBIN,
                TaskForms.REQUEST_INFORMATION,
                Map.of("message", question));
    }

    void introduceThemselves(ResellerId reseller) {
        decide(
                tasks.await(TaskKind.INTRODUCTION, reseller.value()),
                RENE,
                TaskForms.INTRODUCED,
                Map.of(
                        "contactPerson", "Rene Reviewer",
                        "contactEmail", RENE,
                        "contactLink", "+49 30 23125 100",
                        "note", "Call me about anything, best in the morning."));
    }

    private void decide(Task task, String by, String decision, Map<String, String> fields) {
        if (tasks.isOpen(task)) {
            patience.insist(() -> decideTask.decide(task.id(), decider(by), decision, fields));
        }
    }

    private Decider decider(String email) {
        Account account = patience.await(
                "the account of " + email,
                () -> accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, email));
        return new Decider(account.id(), account.name(), account.email());
    }
}
