package io.rocketbots.onboarding.domain;

/**
 * A DNS record that a reseller sets.
 *
 * @param type as DNS providers call it
 * @param name the full name
 */
public record RecordToSet(String type, String name, String value) {}
