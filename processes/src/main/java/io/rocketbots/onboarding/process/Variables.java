package io.rocketbots.onboarding.process;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records that travel as process variables, by their component names. They hold ids, dates, decisions and flags,
 * never personal data; the one exception, {@link TaskAnswer}, is emptied by the step that reads it.
 */
public final class Variables {

    private Variables() {}

    /** A step that changes nothing in the variables. */
    public record Nothing() {}

    /** Names the case before there is a reseller, or whether or not there is one. */
    public record ForApplication(UUID applicationId) {}

    /** Names the reseller. */
    public record ForReseller(UUID resellerId) {}

    /** Names the case and the reseller that it is about. */
    public record ForCase(UUID applicationId, UUID resellerId) {}

    /** Names the domain. */
    public record ForDomain(UUID domainId) {}

    /** Names the domain that a platform moved away from. */
    public record ForFormerDomain(UUID formerDomainId) {}

    /** Names the Space. */
    public record ForSpace(UUID spaceId) {}

    /** Names the invitation. */
    public record ForInvitation(UUID invitationId) {}

    /** Names a task's row. */
    public record ForTask(UUID taskId) {}

    /** Names the case and the task whose decision is carried out. */
    public record ForDecision(UUID applicationId, UUID taskId) {}

    /**
     * Three reminders and an end, each counted from the moment the wait began.
     *
     * @param first the first reminder
     * @param second the second reminder
     * @param third the last reminder
     * @param giveUp the end of the wait
     */
    public record Ladder(Duration first, Duration second, Duration third, Duration giveUp) {}

    /**
     * Two reminders and an end, each counted from the moment the wait began.
     *
     * @param first the first reminder
     * @param second the last reminder
     * @param giveUp the end of the wait
     */
    public record ShortLadder(Duration first, Duration second, Duration giveUp) {}

    /** How long each wait of the onboarding lasts, from configuration. */
    public record OnboardingTiming(Ladder information, Ladder activation, Ladder branding, Ladder domainRequest) {}

    /** What triage is decided from, and the link that leads from Operate and Tasklist to the case. */
    public record ReceiptConfirmed(
            String caseUrl,
            int expectedSpaces,
            String region,
            boolean ownWebsite,
            boolean freeMail,
            OnboardingTiming timing) {}

    /** The result of the decision {@code application-triage}. */
    public record Triage(int priority, String reviewTeam) {}

    /** Asks for the row of a review, with what triage said. */
    public record OpenReview(UUID applicationId, Triage triage) {}

    /** The row of the review, which round of it this is, and until when. */
    public record ReviewOpened(UUID taskId, int reviewRound, Instant reviewDeadline, Instant reviewRemindAt) {}

    /**
     * Asks for a task row.
     *
     * @param taskKind see {@link TaskKind#id()}
     * @param businessId the id of the aggregate the task is about; the decision's message is correlated on it and
     *     the round
     * @param about what a call is about: {@code activation}, {@code branding} or {@code domain}
     */
    public record OpenTask(
            String taskKind,
            UUID applicationId,
            UUID businessId,
            @Nullable String about) {}

    /** A task's row, who sees it, and when what is due. */
    public record TaskOpened(
            UUID taskId, int round, String taskTeam, Instant taskDueAt, Instant taskRemindAt, Instant taskEscalateAt) {}

    /** The task of process {@code reseller-introduction}, which also gives up on its own. */
    public record IntroductionOpened(
            UUID taskId,
            int round,
            String taskTeam,
            String caseUrl,
            Instant taskDueAt,
            Instant taskRemindAt,
            Instant taskEscalateAt,
            Instant taskGivesUpAt) {}

    /**
     * What a person filled into a form in Tasklist; fields that the form does not have are null. The console's answer
     * never comes this way: it stands in the database.
     */
    public record TaskAnswer(
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable String message,
            @Nullable String email,
            @Nullable String contactPerson,
            @Nullable String contactEmail,
            @Nullable String contactLink,
            @Nullable String note) {}

    /**
     * Asks which decision on the task counts.
     *
     * @param answer what Tasklist brought; null when the console's message ended the user task
     */
    public record RecordDecision(UUID taskId, @Nullable TaskAnswer answer) {}

    /**
     * The decision that counts.
     *
     * @param decision an option of the form, or {@link #REOPEN} when what was answered is void
     * @param door {@code console} or {@code tasklist}
     * @param answer always null: empties the variable
     */
    public record DecisionRecorded(
            String decision, String door, @Nullable TaskAnswer answer) {
        /** The answer was void (unknown staff code, a reviewer of the applicant's own company): ask again. */
        public static final String REOPEN = "reopen";
    }

    /**
     * Closes an onboarding because something was waited for in vain.
     *
     * @param awaited {@code activation}, {@code branding} or {@code domain}
     */
    public record EndOfWait(UUID applicationId, String awaited) {}

    /**
     * What was to end a wait.
     *
     * @param doneMeanwhile whether it was done in the last moment, so that nothing has been ended and the case goes on
     */
    public record WaitEnded(boolean doneMeanwhile) {}

    /** Whether the answer to the question is there already. */
    public record InformationRequested(boolean informationProvided) {}

    /** The reseller that was made of the applicant. */
    public record ResellerCreated(UUID resellerId) {}

    /** Whether the account has its password already, so that nobody waits for the activation. */
    public record WelcomeSent(boolean accountActive) {}

    /** Whether the Platform Appearance is filled in. */
    public record BrandingChecked(boolean brandingCompleted) {}

    /**
     * Whether the reseller has asked for a domain.
     *
     * @param domainId null until the reseller asked for a domain
     * @param domainRequestDeadline without a domain by then, the onboarding ends
     */
    public record DomainRequestChecked(
            boolean domainRequested, @Nullable UUID domainId, Instant domainRequestDeadline) {}

    /** What {@code domain-setup} needs to know when no other process calls it. */
    public record DomainChangeRequested(UUID applicationId, UUID resellerId, UUID domainId) {}

    /** How long the wait for the CNAME record lasts, and the link to the case. */
    public record DomainSetupStarted(Ladder domainTiming, String caseUrl) {}

    /**
     * What one turn of the CNAME wait loop found.
     *
     * @param nextCheckAt when to look again, also given when the record was found
     */
    public record CnameChecked(boolean cnameFound, Instant nextCheckAt) {}

    /**
     * The platform answers on the domain, or would if the domain had not been released meanwhile.
     *
     * @param formerDomainId the domain it moved away from, which leads to the new one for a while; null for a first domain
     * @param redirectUntil how long it does
     */
    public record DomainActivated(
            boolean domainLive,
            @Nullable UUID formerDomainId,
            @Nullable Instant redirectUntil) {}

    /** When a live domain is looked at first. */
    public record DomainWatchStarted(Instant nextCheckAt) {}

    /**
     * What one look at a live domain found.
     *
     * @param domainBroken whether it leads elsewhere for certain; a zone that did not answer says nothing
     */
    public record LiveDomainChecked(boolean domainBroken, Instant nextCheckAt) {}

    /** How long the platform still answers on a domain that leads elsewhere. */
    public record DomainBrokenWarned(Instant suspendAt) {}

    /** What one look at a broken domain found, suspended or not. */
    public record BrokenDomainChecked(boolean domainRepaired, Instant nextCheckAt) {}

    /** Domain set-up ended without a live domain. */
    public record DomainSetupEnded(boolean domainLive) {}

    /** How long the wait for an owner lasts. */
    public record SpaceCreated(ShortLadder ownerTiming) {}

    /** Whether the Space has an owner already, so that nobody waits for one. */
    public record SpaceActivated(boolean ownerJoined) {}

    /**
     * Why a Space is not made.
     *
     * @param refusal the code of the modelled error
     */
    public record RejectSpace(UUID spaceId, String refusal) {}

    /** Two reminders and an end, each counted from the moment the mail went out. */
    public record InvitationTiming(Duration first, Duration second, Duration expiry) {}

    /**
     * The mail is on its way, unless it was too late for that.
     *
     * @param invitationState {@code open}, {@code accepted} or {@code closed}
     */
    public record InvitationSent(String invitationState, InvitationTiming invitationTiming) {}

    /**
     * The time of an invitation was over.
     *
     * @param invitationState {@code expired}, or what happened in the last moment, as in {@link InvitationSent}
     */
    public record InvitationExpired(String invitationState) {}

    /** What {@code reseller-offboarding} needs to know to start. */
    public record OffboardingRequested(UUID applicationId, UUID resellerId, UUID offboardingId) {}

    /** Names the offboarding. */
    public record ForOffboarding(UUID offboardingId) {}

    /** The link that leads from Operate and Tasklist to the case. */
    public record OffboardingStarted(String caseUrl) {}

    /** When the grace period ends, and when the reseller is reminded of it. */
    public record PlatformSuspended(Instant graceFirstReminderAt, Instant graceLastReminderAt, Instant graceEndsAt) {}
}
