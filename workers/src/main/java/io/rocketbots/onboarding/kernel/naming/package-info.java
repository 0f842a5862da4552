/**
 * Names that people outside the team choose, for their company, platform, Space or themselves, and that others then read in
 * mails and on pages. Start with {@link io.rocketbots.onboarding.kernel.naming.ChosenName}.
 */
@NullMarked
package io.rocketbots.onboarding.kernel.naming;

import org.jspecify.annotations.NullMarked;
