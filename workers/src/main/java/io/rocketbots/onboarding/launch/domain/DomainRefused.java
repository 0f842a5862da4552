package io.rocketbots.onboarding.launch.domain;

/** What was typed cannot become a reseller's domain; the message says why and what to do, in words for the page. */
public final class DomainRefused extends RuntimeException {

    DomainRefused(String message) {
        super(message);
    }

    /** The reason, in words for the person who typed. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
