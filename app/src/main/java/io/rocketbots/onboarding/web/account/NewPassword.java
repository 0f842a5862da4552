package io.rocketbots.onboarding.web.account;

import java.util.Optional;

/** The two fields in which a new password is typed. */
record NewPassword(String newPassword, String repeatPassword) {

    NewPassword {
        newPassword = newPassword == null ? "" : newPassword;
        repeatPassword = repeatPassword == null ? "" : repeatPassword;
    }

    /** What is wrong with the second field. */
    Optional<String> repeatProblem() {
        return newPassword.equals(repeatPassword)
                ? Optional.empty()
                : Optional.of("This is not the same as the new password.");
    }
}
