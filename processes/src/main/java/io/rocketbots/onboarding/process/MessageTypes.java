package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.Variables.DomainChangeRequested;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OffboardingRequested;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every message of every model. The time to live is how long a message that came too early waits in the engine. */
public final class MessageTypes {

    private static final Duration START = Duration.ofHours(6);
    private static final Duration USUAL = Duration.ofHours(1);

    /** Starts {@code reseller-onboarding}; correlated on the application id. */
    public static final MessageType<ForApplication> APPLICATION_SUBMITTED =
            new MessageType<>("application-submitted", ForApplication.class, START);

    /** Starts {@code reseller-introduction}; correlated on the reseller id. */
    public static final MessageType<ForCase> ACCOUNT_CREATED =
            new MessageType<>("account-created", ForCase.class, START);

    /** A live platform moves to another name: starts {@code domain-setup}; correlated on the new domain's id. */
    public static final MessageType<DomainChangeRequested> DOMAIN_CHANGE_REQUESTED =
            new MessageType<>("domain-change-requested", DomainChangeRequested.class, START);

    /** The platform answers on a domain: starts {@code domain-watch}; correlated on the domain id. */
    public static final MessageType<ForDomain> DOMAIN_WENT_LIVE =
            new MessageType<>("domain-went-live", ForDomain.class, START);

    public static final MessageType<Nothing> REVIEW_DECIDED = new MessageType<>("review-decided", Nothing.class, START);
    public static final MessageType<Nothing> DUPLICATE_ACCOUNT_RESOLVED =
            new MessageType<>("duplicate-account-resolved", Nothing.class, START);
    public static final MessageType<Nothing> INTRODUCTION_MADE =
            new MessageType<>("introduction-made", Nothing.class, START);
    public static final MessageType<Nothing> CALL_DECIDED = new MessageType<>("call-decided", Nothing.class, START);
    public static final MessageType<Nothing> DOMAIN_HELP_DECIDED =
            new MessageType<>("domain-help-decided", Nothing.class, START);

    /** The applicant answered; correlated on {@code <application id>:<review round>}. */
    public static final MessageType<Nothing> INFORMATION_PROVIDED =
            new MessageType<>("information-provided", Nothing.class, START);

    /** Correlated on the application id, as are the next three. */
    public static final MessageType<Nothing> ACCOUNT_ACTIVATED =
            new MessageType<>("account-activated", Nothing.class, USUAL);

    public static final MessageType<Nothing> BRANDING_COMPLETED =
            new MessageType<>("branding-completed", Nothing.class, USUAL);
    public static final MessageType<ForDomain> DOMAIN_REQUESTED =
            new MessageType<>("domain-requested", ForDomain.class, USUAL);
    public static final MessageType<Nothing> ONBOARDING_CANCELLED =
            new MessageType<>("onboarding-cancelled", Nothing.class, USUAL);

    /** Correlated on the domain id, as are the next two. */
    public static final MessageType<Nothing> DOMAIN_CHANGED = new MessageType<>("domain-changed", Nothing.class, USUAL);

    /** Nobody needs that domain any more; ends what still waits for it. */
    public static final MessageType<Nothing> DOMAIN_RELEASED =
            new MessageType<>("domain-released", Nothing.class, START);

    /** Check Now. Short-lived: nobody wants the answer to a press of an hour ago. */
    public static final MessageType<Nothing> DNS_CHECK_REQUESTED =
            new MessageType<>("dns-check-requested", Nothing.class, Duration.ofMinutes(1));

    /** Starts {@code space-provisioning}; correlated on the space id, as are the next two. */
    public static final MessageType<ForSpace> SPACE_REQUESTED =
            new MessageType<>("space-requested", ForSpace.class, START);

    public static final MessageType<Nothing> SPACE_OWNER_JOINED =
            new MessageType<>("space-owner-joined", Nothing.class, USUAL);
    public static final MessageType<Nothing> SPACE_CANCELLED =
            new MessageType<>("space-cancelled", Nothing.class, USUAL);

    /** Starts {@code user-invitation}; correlated on the invitation id, as are the next four. */
    public static final MessageType<ForInvitation> INVITATION_REQUESTED =
            new MessageType<>("invitation-requested", ForInvitation.class, START);

    public static final MessageType<Nothing> INVITATION_ACCEPTED =
            new MessageType<>("invitation-accepted", Nothing.class, USUAL);
    public static final MessageType<Nothing> INVITATION_RESENT =
            new MessageType<>("invitation-resent", Nothing.class, USUAL);
    public static final MessageType<Nothing> INVITATION_REVOKED =
            new MessageType<>("invitation-revoked", Nothing.class, USUAL);
    public static final MessageType<Nothing> INVITATION_UNDELIVERABLE =
            new MessageType<>("invitation-undeliverable", Nothing.class, USUAL);

    /** Starts {@code reseller-offboarding}; correlated on the reseller id. */
    public static final MessageType<OffboardingRequested> OFFBOARDING_REQUESTED =
            new MessageType<>("offboarding-requested", OffboardingRequested.class, START);

    public static final MessageType<Nothing> OFFBOARDING_CONFIRMED =
            new MessageType<>("offboarding-confirmed", Nothing.class, START);

    /** Correlated on the offboarding's own id, so that a late one does not end the next offboarding. */
    public static final MessageType<Nothing> OFFBOARDING_WITHDRAWN =
            new MessageType<>("offboarding-withdrawn", Nothing.class, USUAL);

    private MessageTypes() {}

    public static List<MessageType<?>> all() {
        return Stream.<MessageType<?>>of(
                        APPLICATION_SUBMITTED,
                        ACCOUNT_CREATED,
                        DOMAIN_CHANGE_REQUESTED,
                        DOMAIN_WENT_LIVE,
                        OFFBOARDING_REQUESTED,
                        OFFBOARDING_CONFIRMED,
                        OFFBOARDING_WITHDRAWN,
                        REVIEW_DECIDED,
                        DUPLICATE_ACCOUNT_RESOLVED,
                        INTRODUCTION_MADE,
                        CALL_DECIDED,
                        DOMAIN_HELP_DECIDED,
                        INFORMATION_PROVIDED,
                        ACCOUNT_ACTIVATED,
                        BRANDING_COMPLETED,
                        DOMAIN_REQUESTED,
                        ONBOARDING_CANCELLED,
                        DOMAIN_CHANGED,
                        DOMAIN_RELEASED,
                        DNS_CHECK_REQUESTED,
                        SPACE_REQUESTED,
                        SPACE_OWNER_JOINED,
                        SPACE_CANCELLED,
                        INVITATION_REQUESTED,
                        INVITATION_ACCEPTED,
                        INVITATION_RESENT,
                        INVITATION_REVOKED,
                        INVITATION_UNDELIVERABLE)
                .toList();
    }

    /** The message type of that name; empty when only another release knows it. */
    public static Optional<MessageType<?>> named(String name) {
        return all().stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
