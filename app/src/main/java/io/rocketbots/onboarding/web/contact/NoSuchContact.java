package io.rocketbots.onboarding.web.contact;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such Space for the reader, or no such contact or import in it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchContact extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchContact() {
        super("There is no such contact for this account.");
    }
}
