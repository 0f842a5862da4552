package io.rocketbots.onboarding.kernel.mail;

/**
 * The mail server refused for good to take any mail for that recipient; told in the transaction that notes it. A mail
 * whose content was refused says nothing about its recipient, and is not told of.
 */
public record MailRefused(Recipient recipient) {}
