package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.NoSuchSpace;
import io.rocketbots.onboarding.customer.space.SpaceSuspended;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What people read who come to a Space that is not open to them. */
@ControllerAdvice
class ClosedSpaces {

    @ExceptionHandler
    void notThere(NoSuchSpace nothing, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** A page needs the frame that only a controller's pages get, so one answers. */
    @ExceptionHandler
    String suspended(SpaceSuspended suspended, HttpServletRequest request) {
        request.setAttribute(ClosedSpaceController.SPACE, suspended.space());
        return "forward:" + ClosedSpaceController.PATH;
    }
}
