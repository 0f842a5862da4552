package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor;
import java.time.Duration;

/** What people read whose code was not taken. */
public final class CodeProblem {

    private CodeProblem() {}

    public static String of(CheckSecondFactor.Result result) {
        return switch (result) {
            case CheckSecondFactor.Result.Right right -> "";
            case CheckSecondFactor.Result.Wrong wrong ->
                "This code is not right. Type the one that the app shows now, or a recovery code you have not used.";
            case CheckSecondFactor.Result.Used used ->
                "This code was used already. Wait until the app shows the next one.";
            case CheckSecondFactor.Result.TooSoon(Duration wait) -> tooOften(wait);
        };
    }

    public static String tooOften(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds > 90
                ? "That was wrong too often. Try again in %d minutes.".formatted((seconds + 59) / 60)
                : "That was wrong too often. Try again in %d seconds.".formatted(seconds);
    }
}
