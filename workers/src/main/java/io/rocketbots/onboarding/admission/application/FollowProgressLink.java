package io.rocketbots.onboarding.admission.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the application that a link to the progress page leads to, for some months after the application was closed. */
@Component
public class FollowProgressLink {

    private static final Duration LINK_LIVES_ON = Duration.ofDays(90);

    private final ProgressLinks links;
    private final Applications applications;
    private final Clock clock;

    FollowProgressLink(ProgressLinks links, Applications applications, Clock clock) {
        this.links = links;
        this.applications = applications;
        this.clock = clock;
    }

    /** Empty when the token was not made here, when a newer link made it void and when its time is over. */
    public Optional<Application> of(String token) {
        return links.read(token)
                .flatMap(claim -> applications
                        .findById(claim.application())
                        .filter(application -> application.linkVersion() == claim.linkVersion()))
                .filter(this::linkStillLives);
    }

    private boolean linkStillLives(Application application) {
        Instant closed = application.closedAt();
        return closed == null || clock.instant().isBefore(closed.plus(LINK_LIVES_ON));
    }
}
