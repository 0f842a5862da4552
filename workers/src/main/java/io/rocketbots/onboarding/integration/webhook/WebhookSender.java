package io.rocketbots.onboarding.integration.webhook;

import java.net.URI;
import java.util.Map;

/** Calls an endpoint once. */
public interface WebhookSender {

    /** What came of it. */
    sealed interface Answer {

        /** It answered with that status, whatever it says. */
        record Status(int code) implements Answer {}

        /** No answer came, for that reason. */
        record None(String why) implements Answer {}
    }

    /** Posts the body; follows no redirect, and never takes longer than {@link WebhookTerms#timeout()}. */
    Answer post(URI url, Map<String, String> headers, String body);
}
