package io.rocketbots.onboarding.journey;

@WholeApplication
class OnboardingOnH2JourneyTest extends OnboardingJourney {}
