package io.rocketbots.onboarding.integration.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reseller's programs can hear of. */
public enum WebhookEvent {
    /** Only on request: it proves that an endpoint hears us. */
    TEST("A test that you send yourself"),
    DOMAIN_VERIFIED("The record of a domain was found"),
    DOMAIN_LIVE("The platform answers on a domain"),
    PLATFORM_LIVE("The platform went live"),
    SPACE_ACTIVE("A Space can be used"),
    SPACE_SUSPENDED("A Space was suspended"),
    SPACE_CANCELLED("A Space was cancelled"),
    INVITATION_ACCEPTED("An invited person joined a Space");

    private final String about;

    WebhookEvent(String about) {
        this.about = about;
    }

    /** As programs read it: {@code space.active}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** As people read it. */
    public String about() {
        return about;
    }

    /** Those that an endpoint can be told of by itself. */
    public static List<WebhookEvent> event() {
        return Arrays.stream(values()).filter(event -> event != TEST).toList();
    }

    public static Optional<WebhookEvent> of(String id) {
        return Arrays.stream(values()).filter(event -> event.id().equals(id)).findFirst();
    }
}
