package io.rocketbots.onboarding.admission.application;

/**
 * The company that applies and what it plans.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Company(String companyName, String website, String country, int expectedSpaces, String offer) {}
