package io.rocketbots.onboarding.kernel.mail;

/** A person as a mail speaks to them: the name for the greeting and where the mail goes. */
public record Addressee(String name, String email) {}
