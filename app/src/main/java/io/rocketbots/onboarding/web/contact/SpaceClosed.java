package io.rocketbots.onboarding.web.contact;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The Space can be read at present, but not changed. */
@ResponseStatus(HttpStatus.CONFLICT)
class SpaceClosed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SpaceClosed() {
        super("The Space is suspended, so its contacts stay as they are.");
    }
}
