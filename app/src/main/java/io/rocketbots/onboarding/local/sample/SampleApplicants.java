package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.application.SubmitApplication;
import io.rocketbots.onboarding.admission.review.ProvideInformation;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.lifecycle.termination.WithdrawApplication;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What companies do that apply. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleApplicants {

    private final Applications applications;
    private final Questions questions;
    private final SubmitApplication submitApplication;
    private final WithdrawApplication withdrawApplication;
    private final ProvideInformation provideInformation;
    private final Patience patience;

    SampleApplicants(
            Applications applications,
            Questions questions,
            SubmitApplication submitApplication,
            WithdrawApplication withdrawApplication,
            ProvideInformation provideInformation,
            Patience patience) {
        this.applications = applications;
        this.questions = questions;
        this.submitApplication = submitApplication;
        this.withdrawApplication = withdrawApplication;
        this.provideInformation = provideInformation;
        this.patience = patience;
    }

    ApplicationId apply(Company company, ApplicantContact contact) {
        if (find(contact).isEmpty()) {
            submitApplication.submit(company, contact);
        }
        return patience.await("the application of " + company.companyName(), () -> find(contact))
                .id();
    }

    /** Answers the first question, as soon as it has been asked. */
    void answer(ApplicationId id, String answer) {
        boolean answered = patience.await(
                "a question about application " + id.value(),
                () -> questions.findByApplicationIdOrderByRound(id).stream()
                        .findFirst()
                        .map(question -> question.isAnswered()));
        if (!answered) {
            patience.insist(() -> provideInformation.provide(id, answer));
        }
    }

    void withdraw(ApplicationId id) {
        if (applications.get(id).state().isBeforeDecision()) {
            patience.insist(() -> withdrawApplication.withdraw(id));
        }
    }

    /** Waits until the question stands on the applicant's page. */
    void awaitQuestion(ApplicationId id) {
        patience.await(
                "a question about application " + id.value(),
                () -> questions.findByApplicationIdOrderByRound(id).stream().findFirst());
    }

    /** Waits until the case shows that the team has decided. */
    void awaitDecision(ApplicationId id) {
        awaitState(id, "a decision on", (ApplicationState state) -> !state.isBeforeDecision());
    }

    /** Waits until nothing more will happen to the case. */
    void awaitEnd(ApplicationId id) {
        awaitState(id, "the end of", ApplicationState::isEnd);
    }

    private void awaitState(ApplicationId id, String what, Predicate<ApplicationState> there) {
        patience.await(
                what + " application " + id.value(),
                () -> Optional.of(applications.get(id).state()).filter(there));
    }

    private Optional<Application> find(ApplicantContact contact) {
        return applications.findAll().stream()
                .filter(application -> application.contact().canonicalEmail().equals(contact.canonicalEmail()))
                .findFirst();
    }
}
