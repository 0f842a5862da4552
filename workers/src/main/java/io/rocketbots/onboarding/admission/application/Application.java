package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A company's application, and with it the whole case until the reseller is live or the case has ended.
 *
 * @param openEmail the canonical email while the case is open, so that an address has one open application
 * @param overdue the review was not decided in time
 * @param linkVersion counted up to make all progress links sent before void
 */
public record Application(
        @Id ApplicationId id,
        @Version int version,
        @Embedded.Empty Company company,
        @Embedded.Empty ApplicantContact contact,
        @Nullable String openEmail,
        Instant consentedAt,
        Instant submittedAt,
        ApplicationState state,
        @Embedded.Empty ReviewClock reviewClock,
        boolean overdue,
        @Nullable Long processInstanceKey,
        int linkVersion,
        @Nullable Instant closedAt) {

    /** A change was asked for that the case's state does not allow. */
    public static final class NotNow extends RuntimeException {
        private final ApplicationState state;

        public NotNow(Application application, ApplicationState wanted) {
            super("Application %s is %s and cannot become %s."
                    .formatted(application.id().value(), application.state(), wanted));
            this.state = application.state();
        }

        /** The state the case is in. */
        public ApplicationState state() {
            return state;
        }
    }

    public static Application submit(Company company, ApplicantContact contact, Instant now, Duration reviewPeriod) {
        return new Application(
                new ApplicationId(UUID.randomUUID()),
                0,
                company,
                contact,
                contact.canonicalEmail(),
                now,
                now,
                ApplicationState.SUBMITTED,
                ReviewClock.startedAt(now, reviewPeriod),
                false,
                null,
                0,
                null);
    }

    /** The review begins; doing it twice changes nothing. */
    public Application startReview() {
        return state == ApplicationState.UNDER_REVIEW ? this : become(ApplicationState.UNDER_REVIEW, null);
    }

    /** A question went to the applicant: the clock stands still. */
    public Application askForInformation(Instant now) {
        return become(ApplicationState.WAITING_FOR_APPLICANT, null).with(reviewClock.pause(now), false);
    }

    /** The applicant answered: the clock goes on. */
    public Application provideInformation(Instant now, Duration minimum) {
        return become(ApplicationState.UNDER_REVIEW, null).with(reviewClock.resume(now, minimum), false);
    }

    /** The deadline passed without a decision. */
    public Application missDeadline() {
        return with(reviewClock, true);
    }

    public Application approve() {
        return become(ApplicationState.APPROVED, null).with(reviewClock, false);
    }

    public Application reject(Instant now) {
        return become(ApplicationState.REJECTED, now);
    }

    /** We asked and were not answered in time. */
    public Application withdrawUnanswered(Instant now) {
        return become(ApplicationState.WITHDRAWN, now);
    }

    /** Somebody asks to end the case: withdrawn before the decision, closed by the reseller after it, by the team at any time. */
    public Application requestCancel() {
        return become(ApplicationState.CANCELLING, null);
    }

    /** The engine has ended the case that was asked to be ended; else the applicant has withdrawn it. */
    public Application cancel(boolean cancelled, Instant now) {
        return become(cancelled ? ApplicationState.CANCELLED : ApplicationState.WITHDRAWN, now);
    }

    /** The reseller never finished and the case is closed. */
    public Application close(Instant now) {
        return become(ApplicationState.CLOSED, now);
    }

    public Application goLive(Instant now) {
        return become(ApplicationState.LIVE, now);
    }

    /** Mail goes to another address from now on, and links sent to the old one are void. */
    public Application correctEmail(String email) {
        ApplicantContact corrected = new ApplicantContact(contact.contactName(), email);
        return copy(
                corrected,
                openEmail == null ? null : corrected.canonicalEmail(),
                state,
                reviewClock,
                overdue,
                linkVersion + 1,
                closedAt);
    }

    private Application become(ApplicationState next, @Nullable Instant closed) {
        if (!state.canBecome(next)) {
            throw new NotNow(this, next);
        }
        return copy(
                contact,
                next.isEnd() ? null : openEmail,
                next,
                reviewClock,
                overdue && !next.isEnd(),
                linkVersion,
                closed);
    }

    private Application with(ReviewClock clock, boolean missed) {
        return copy(contact, openEmail, state, clock, missed, linkVersion, closedAt);
    }

    /** The same case with all that can change about it. */
    private Application copy(
            ApplicantContact nextContact,
            @Nullable String open,
            ApplicationState next,
            ReviewClock clock,
            boolean missed,
            int links,
            @Nullable Instant closed) {
        return new Application(
                id,
                version,
                company,
                nextContact,
                open,
                consentedAt,
                submittedAt,
                next,
                clock,
                missed,
                processInstanceKey,
                links,
                closed);
    }
}
