package io.rocketbots.onboarding.web.reseller;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The account has no reseller here, or not that part of one. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoReseller extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NoReseller() {
        super("There is no such reseller or part of one for this account.");
    }
}
