/** Tests of the team's pages. Start with {@link io.rocketbots.onboarding.web.team.Casework}. */
@NullMarked
package io.rocketbots.onboarding.web.team;

import org.jspecify.annotations.NullMarked;
