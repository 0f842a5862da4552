/** The people who run the program, as settings name them. Start with {@link io.rocketbots.onboarding.team.TeamSettings}. */
@NullMarked
package io.rocketbots.onboarding.team;

import org.jspecify.annotations.NullMarked;
