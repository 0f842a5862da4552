package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Knows which platforms are closed for now, and what is answered there instead of any page. */
public interface ClosedPlatform {

    boolean isClosed(Platform platform);

    /** Answers the request; whoever asks, nothing else is done. */
    void answer(Platform platform, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException;
}
