package io.rocketbots.onboarding.configuration;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every fault and every remedy at once, in place of a stack trace. */
final class SettingsRefusedAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {

    private static final String NEXT = System.lineSeparator() + "  ";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsRefused cause) {
        String description = cause.faults().stream()
                .map(SettingFault::description)
                .collect(Collectors.joining(NEXT, headline(cause.faults().size()) + NEXT, ""));
        String action = cause.faults().stream()
                .map(SettingFault::remedy)
                .distinct()
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "",
                        System.lineSeparator() + "docs/settings.md lists every setting with its default."));
        return new FailureAnalysis(description, action, cause);
    }

    private static String headline(int faults) {
        return faults == 1 ? "A setting is wrong:" : faults + " settings are wrong:";
    }
}
