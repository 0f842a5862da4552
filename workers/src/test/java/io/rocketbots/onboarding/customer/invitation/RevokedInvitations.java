package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceRoster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What it takes to take invitations back and to send them anew, for tests of other features that do. */
@Import({RevokeInvitation.class, ReleaseInvitations.class, InvitationTokens.class, SpaceRoster.class})
public class RevokedInvitations {

    @Bean
    InvitationTerms invitationTerms() {
        return House.TERMS;
    }
}
