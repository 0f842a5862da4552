package io.rocketbots.onboarding.architecture.bad.onboarding.form;

import org.springframework.stereotype.Component;

/** Breaks: contract and forms stand on their own. */
@Component
final class KnowsSpring {}
