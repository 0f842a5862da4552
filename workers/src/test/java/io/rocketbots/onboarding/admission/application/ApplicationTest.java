package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApplicationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void isDueSeventyTwoHoursAfterItWasSubmitted() {
        assertThat(submitted().reviewClock().reviewDeadline()).isEqualTo(MONDAY.plus(Duration.ofHours(72)));
    }

    @Test
    void keepsItsAddressToItselfWhileOpenAndFreesItAtTheEnd() {
        assertThat(submitted().openEmail()).isEqualTo("mara@acme.example");
        assertThat(underReview().reject(MONDAY).openEmail()).isNull();
    }

    @Test
    void standsStillWhileWeWaitForTheApplicant() {
        Application waiting = underReview().askForInformation(MONDAY.plus(Duration.ofHours(12)));

        Application answered = waiting.provideInformation(MONDAY.plus(Duration.ofDays(5)), Duration.ofHours(24));

        assertThat(waiting.reviewClock().isPaused()).isTrue();
        assertThat(answered.reviewClock().reviewDeadline())
                .isEqualTo(MONDAY.plus(Duration.ofDays(5)).plus(Duration.ofHours(60)));
    }

    @Test
    void leavesTheReviewerADayForAnAnswerThatCameLate() {
        Application waiting = underReview().askForInformation(MONDAY.plus(Duration.ofHours(71)));

        Application answered = waiting.provideInformation(MONDAY.plus(Duration.ofDays(5)), Duration.ofHours(24));

        assertThat(answered.reviewClock().reviewDeadline()).isEqualTo(MONDAY.plus(Duration.ofDays(6)));
    }

    @Test
    void isNoLongerOverdueOnceDecided() {
        assertThat(underReview().missDeadline().overdue()).isTrue();
        assertThat(underReview().missDeadline().approve().overdue()).isFalse();
    }

    @Test
    void cannotBeApprovedAfterItWasRejected() {
        Application rejected = underReview().reject(MONDAY);

        assertThatThrownBy(rejected::approve).isInstanceOf(Application.NotNow.class);
    }

    @Test
    void cannotBeCancelledOnceLive() {
        Application live = underReview().approve().goLive(MONDAY);

        assertThatThrownBy(live::requestCancel).isInstanceOf(Application.NotNow.class);
    }

    @Test
    void cannotGoLiveOnceSomebodyAskedToCancel() {
        Application cancelling = underReview().approve().requestCancel();

        assertThatThrownBy(() -> cancelling.goLive(MONDAY)).isInstanceOf(Application.NotNow.class);
    }

    @Test
    void makesOldLinksVoidWhenTheEmailIsCorrected() {
        Application corrected = submitted().correctEmail("Mara.Lind@acme.example");

        assertThat(corrected.linkVersion()).isEqualTo(1);
        assertThat(corrected.openEmail()).isEqualTo("mara.lind@acme.example");
    }

    static Application submitted() {
        return Application.submit(
                new Company("Acme Messaging", "https://acme.example", "DE", 25, "Support by chat"),
                new ApplicantContact("Mara Lind", "Mara@acme.example"),
                MONDAY,
                Duration.ofHours(72));
    }

    static Application underReview() {
        return submitted().startReview();
    }
}
