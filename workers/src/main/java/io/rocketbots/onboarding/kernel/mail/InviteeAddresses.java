package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.InvitationId;
import java.util.Optional;

/** Where mails to people go who were invited; the invitations know. */
public interface InviteeAddresses {

    /** Empty when there is no such invitation, or it cannot be accepted any more. */
    Optional<Addressee> of(InvitationId invitation);
}
