package io.rocketbots.onboarding.web.invitation;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such Space for this account, or nobody like that in it; also when it belongs to somebody else. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchPlace extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchPlace() {
        super("There is no such Space for this account, or nobody like that in it.");
    }
}
