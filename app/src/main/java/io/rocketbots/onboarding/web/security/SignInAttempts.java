package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.RateLimitSettings;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.RateLimits.Limited;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess passwords, wherever they come from: each try for an account counts before the password is
 * compared, so that many at once do not slip through, and comes back when it was right. After some wrong ones the account
 * has to wait, longer each time. Its owner does not wait with those who guess: on a device where they signed in before,
 * only what is tried on that device counts. It makes no difference whether there is such an account.
 */
@Component
public class SignInAttempts {

    private final RateLimits limits;
    private final RateLimitSettings settings;
    private final KnownDevices devices;

    SignInAttempts(RateLimits limits, RateLimitSettings settings, KnownDevices devices) {
        this.limits = limits;
        this.settings = settings;
        this.devices = devices;
    }

    /** Counts a try to sign in; zero when it may be made now, else how long to wait. */
    public Duration begin(Platform platform, String email, HttpServletRequest request) {
        if (email.length() > Account.LONGEST_EMAIL) {
            // Nobody has it, so there is nothing to guess, and it is worth no memory.
            return Duration.ZERO;
        }
        Optional<String> device = devices.find(platform, email, request);
        Duration wait = device.isPresent()
                ? limits.take(RateLimits.key("device", device.get()), settings.signInFailures())
                : limits.slowDown(keyOf(platform, email), settings.signInFailures());
        return told(wait);
    }

    /** The password was right: the try does not count. */
    public void succeeded(Platform platform, String email, HttpServletRequest request) {
        Optional<String> device = devices.find(platform, email, request);
        if (device.isPresent()) {
            limits.giveBack(RateLimits.key("device", device.get()));
        } else {
            limits.speedUp(keyOf(platform, email));
        }
    }

    /** Counts that somebody who is signed in gives their password once more; zero when they may now. */
    public Duration beginAgain(AccountId account) {
        return told(limits.take(keyOf(account), settings.signInFailures()));
    }

    /** It was right, so it does not count. */
    public void succeededAgain(AccountId account) {
        limits.giveBack(keyOf(account));
    }

    private Duration told(Duration wait) {
        if (wait.isPositive()) {
            limits.countRefusal(Limited.FAILED_SIGN_IN);
        }
        return wait;
    }

    private static String keyOf(Platform platform, String email) {
        return RateLimits.key("account", platform.id().value().toString(), Account.canonical(email));
    }

    private static String keyOf(AccountId account) {
        return RateLimits.key("password", account.value().toString());
    }
}
