package io.rocketbots.onboarding.local.page;

import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last words of the start: it is ready, and here is where to click. */
@Component
@Profile("local")
class LocalWelcome {

    private static final Logger log = LoggerFactory.getLogger(LocalWelcome.class);

    private final LocalLinks places;

    LocalWelcome(LocalLinks places) {
        this.places = places;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        log.info("{}", text());
    }

    private String text() {
        String links = places.links().stream()
                .map(link -> "  %-17s %-42s %s".formatted(link.name(), link.url(), link.what()))
                .collect(Collectors.joining("\n"));
        String people = places.people().stream()
                .map(person -> "  %-31s %s".formatted(person.email(), person.may()))
                .collect(Collectors.joining("\n"));
        LocalLinks.Part engine = places.engine();
        return """

                ------------------------------------------------------------------------------
                Ready. Where to click:

                %s

                Sign in with the password %s as

                %s

                %s: %s. %s.
                Everything is kept in data/. Ctrl-C stops it, the next start goes on from there.
                ------------------------------------------------------------------------------""".formatted(links, SampleAccounts.PASSWORD, people, engine.name(), engine.where(), engine.state());
    }
}
