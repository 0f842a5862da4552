package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.space.SpaceRoster;
import org.springframework.context.annotation.Import;

/** What it takes to take invitations back, for tests of other features that do. */
@Import({RevokeInvitation.class, InvitationTokens.class, SpaceRoster.class})
public class RevokedInvitations {}
