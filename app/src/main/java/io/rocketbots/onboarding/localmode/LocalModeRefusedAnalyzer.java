package io.rocketbots.onboarding.localmode;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reason and the remedy in place of a stack trace. */
final class LocalModeRefusedAnalyzer extends AbstractFailureAnalyzer<LocalModeRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalModeRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
