package io.rocketbots.onboarding.kernel.mail;

/** How far a mail has come. */
public enum MailState {
    /** Waits for its first or its next try. */
    QUEUED,
    /** Our mail server has taken it. */
    SENT,
    /** The recipient was refused for good; somebody must correct the address. */
    UNDELIVERABLE,
    /** When it was to be sent, there was nothing to say any more. */
    DROPPED
}
