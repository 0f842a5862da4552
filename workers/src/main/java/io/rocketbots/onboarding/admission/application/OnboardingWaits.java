package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.process.Variables.OnboardingTiming;
import java.time.Duration;

/**
 * How long the process waits for applicant and reseller: three reminders and an end for each wait.
 *
 * @param information for the answer to a question
 * @param activation for a password of the new reseller
 * @param branding for the reseller's brand
 * @param domainRequest for a domain that the reseller asks for
 * @param domainRequestEnd without a domain after that long the onboarding is closed
 */
public record OnboardingWaits(
        Ladder information, Ladder activation, Ladder branding, Ladder domainRequest, Duration domainRequestEnd) {

    /** What the model's timers need. */
    public OnboardingTiming timing() {
        return new OnboardingTiming(information, activation, branding, domainRequest);
    }
}
