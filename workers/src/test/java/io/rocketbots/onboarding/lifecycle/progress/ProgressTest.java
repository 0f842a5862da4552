package io.rocketbots.onboarding.lifecycle.progress;

import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.ACCOUNT;
import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.ACTIVATION;
import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.BRANDING;
import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.DOMAIN;
import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.LIVE;
import static io.rocketbots.onboarding.lifecycle.progress.Progress.Step.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.lifecycle.progress.CaseFacts.DomainFact;
import io.rocketbots.onboarding.lifecycle.progress.Progress.Need;
import io.rocketbots.onboarding.lifecycle.progress.Progress.Status;
import io.rocketbots.onboarding.lifecycle.progress.Progress.StepState;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void isUnderReviewAtFirst() {
        Progress progress = before(ApplicationState.SUBMITTED, false);

        assertThat(progress.status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(progress.steps()).containsEntry(REVIEW, StepState.CURRENT).containsEntry(LIVE, StepState.OPEN);
    }

    @Test
    void saysHonestlyThatAReviewIsLate() {
        assertThat(before(ApplicationState.UNDER_REVIEW, true).status()).isEqualTo(Status.OVERDUE);
        assertThat(before(ApplicationState.UNDER_REVIEW, true).need()).isEqualTo(Need.LATE_REVIEW);
    }

    @Test
    void waitsForTheApplicantWhenAsked() {
        Progress progress = before(ApplicationState.WAITING_FOR_APPLICANT, false);

        assertThat(progress.status()).isEqualTo(Status.WAITING_FOR_YOU);
        assertThat(progress.steps()).containsEntry(REVIEW, StepState.WAITING);
    }

    @Test
    void tellsOfTheApprovalOnlyOnceTheAccountIsThere() {
        Progress approved = before(ApplicationState.APPROVED, false);
        Progress rejected = before(ApplicationState.REJECTED, false);

        assertThat(approved.status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(approved.need()).isEqualTo(Need.ACCOUNT);
        assertThat(approved.steps()).containsEntry(REVIEW, StepState.CURRENT).containsEntry(ACCOUNT, StepState.OPEN);
        assertThat(rejected.steps()).containsEntry(REVIEW, StepState.FAILED);
    }

    @Test
    void asksForThePasswordOnceTheAccountIsThere() {
        Progress progress = approved(false, false, DomainFact.NOT_SET);

        assertThat(progress.need()).isEqualTo(Need.ACTIVATION);
        assertThat(progress.steps())
                .containsEntry(ACTIVATION, StepState.WAITING)
                .containsEntry(BRANDING, StepState.OPEN);
    }

    @Test
    void asksForBrandAndDomainInAnyOrder() {
        assertThat(approved(true, false, DomainFact.NOT_SET).need()).isEqualTo(Need.BRANDING_AND_DOMAIN);
        assertThat(approved(true, true, DomainFact.NOT_SET).need()).isEqualTo(Need.DOMAIN);
        assertThat(approved(true, false, DomainFact.WAITING_FOR_DNS).need()).isEqualTo(Need.BRANDING_AND_DNS_RECORD);
        assertThat(approved(true, false, DomainFact.LIVE).need()).isEqualTo(Need.BRANDING);
    }

    @Test
    void saysWhenTheTeamHelpsWithTheDomain() {
        assertThat(approved(true, true, DomainFact.HELPED).need()).isEqualTo(Need.DOMAIN_HELP);
        assertThat(approved(true, false, DomainFact.HELPED).need()).isEqualTo(Need.BRANDING_AND_DOMAIN_HELP);
        assertThat(approved(true, true, DomainFact.HELPED).steps()).containsEntry(DOMAIN, StepState.CURRENT);
    }

    @Test
    void goesLiveWhenBothAreDone() {
        Progress progress = approved(true, true, DomainFact.LIVE);

        assertThat(progress.need()).isEqualTo(Need.GO_LIVE);
        assertThat(progress.steps()).containsEntry(DOMAIN, StepState.DONE).containsEntry(LIVE, StepState.CURRENT);
    }

    @Test
    void isDoneWithEverythingWhenLive() {
        Progress progress = Progress.of(new CaseFacts(ApplicationState.LIVE, false, true, true, true, DomainFact.LIVE));

        assertThat(progress.steps().values()).containsOnly(StepState.DONE);
    }

    @Test
    void failsAtTheReviewWhenRejected() {
        Progress progress = before(ApplicationState.REJECTED, false);

        assertThat(progress.status()).isEqualTo(Status.REJECTED);
        assertThat(progress.steps()).containsEntry(REVIEW, StepState.FAILED);
    }

    @Test
    void failsWhereTheResellerStoppedWhenClosed() {
        Progress progress =
                Progress.of(new CaseFacts(ApplicationState.CLOSED, false, true, true, true, DomainFact.NOT_SET));

        assertThat(progress.steps()).containsEntry(BRANDING, StepState.DONE).containsEntry(DOMAIN, StepState.FAILED);
    }

    @Test
    void asksToMendTheDomainThatLeadsElsewhere() {
        Progress live = Progress.of(new CaseFacts(ApplicationState.LIVE, false, true, true, true, DomainFact.BROKEN));

        assertThat(live.status()).isEqualTo(Status.LIVE);
        assertThat(live.need()).isEqualTo(Need.DOMAIN_REPAIR);
        assertThat(approved(true, true, DomainFact.BROKEN).need()).isEqualTo(Need.DOMAIN_REPAIR);
    }

    private static Progress before(ApplicationState state, boolean overdue) {
        return Progress.of(new CaseFacts(state, overdue, false, false, false, DomainFact.NOT_SET));
    }

    private static Progress approved(boolean active, boolean branded, DomainFact domain) {
        return Progress.of(new CaseFacts(ApplicationState.APPROVED, false, true, active, branded, domain));
    }
}
