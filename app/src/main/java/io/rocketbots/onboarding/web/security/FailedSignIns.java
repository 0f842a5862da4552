package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.platform.Platform;
import io.rocketbots.onboarding.web.security.RateLimits.Limited;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins for an email from a network address, whether or not there is such an account. */
@Component
public class FailedSignIns {

    private final RateLimits limits;
    private final RateLimitSettings settings;

    FailedSignIns(RateLimits limits, RateLimitSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** How long until the next try, which whoever asks is told; zero when it may be now. */
    public Duration waitFor(Platform platform, String email, HttpServletRequest request) {
        Duration wait = limits.waitFor(key(platform, email, request), settings.signInFailures());
        if (wait.isPositive()) {
            limits.countRefusal(Limited.FAILED_SIGN_IN);
        }
        return wait;
    }

    public void count(Platform platform, String email, HttpServletRequest request) {
        limits.take(key(platform, email, request), settings.signInFailures());
    }

    private static String key(Platform platform, String email, HttpServletRequest request) {
        return "failed " + platform.id().value() + " " + request.getRemoteAddr() + " " + Account.canonical(email);
    }
}
