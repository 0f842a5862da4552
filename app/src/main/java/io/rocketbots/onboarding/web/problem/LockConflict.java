package io.rocketbots.onboarding.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says on every page that somebody was faster, where two change the same in one moment and the page has no better words. */
@ControllerAdvice
class LockConflict {

    @ExceptionHandler({ConcurrencyFailureException.class, DuplicateKeyException.class})
    void answer(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
