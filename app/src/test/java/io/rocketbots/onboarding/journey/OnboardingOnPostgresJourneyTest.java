package io.rocketbots.onboarding.journey;

@WholeApplicationOnPostgres
class OnboardingOnPostgresJourneyTest extends OnboardingJourney {}
