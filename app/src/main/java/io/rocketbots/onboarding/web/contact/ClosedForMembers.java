package io.rocketbots.onboarding.web.contact;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A member came to a Space that is suspended. */
@ResponseStatus(HttpStatus.FORBIDDEN)
class ClosedForMembers extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ClosedForMembers(RuntimeException cause) {
        super("The Space is suspended, so its members stay out.", cause);
    }
}
