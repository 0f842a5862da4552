package io.rocketbots.onboarding.web.team;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the address names does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NothingHere extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NothingHere() {
        super("What the address names does not exist.");
    }
}
