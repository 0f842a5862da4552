package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.account.ResetPassword;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for a link to set a new password. */
@Controller
class ForgotPasswordController {

    private static final Logger log = LoggerFactory.getLogger(ForgotPasswordController.class);

    private final ResetPassword resetPassword;
    private final AsyncTaskExecutor executor;

    ForgotPasswordController(ResetPassword resetPassword, AsyncTaskExecutor applicationTaskExecutor) {
        this.resetPassword = resetPassword;
        this.executor = applicationTaskExecutor;
    }

    @GetMapping("/forgot-password")
    String page() {
        return "account/forgot-password";
    }

    /** The same answer in the same time whether or not there is an account: what it takes is done beside it. */
    @PostMapping("/forgot-password")
    String request(@RequestParam(defaultValue = "") String email, Platform platform) {
        executor.execute(() -> {
            try {
                resetPassword.request(platform.id(), email);
            } catch (RuntimeException e) {
                log.error("A reset link could not be queued; its owner has to ask again.", e);
            }
        });
        return "account/link-sent";
    }
}
