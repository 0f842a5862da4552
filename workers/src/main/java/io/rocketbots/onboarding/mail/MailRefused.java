package io.rocketbots.onboarding.mail;

/** The mail server refused for good to take a mail for that recipient; told in the transaction that notes it. */
public record MailRefused(Recipient recipient) {}
