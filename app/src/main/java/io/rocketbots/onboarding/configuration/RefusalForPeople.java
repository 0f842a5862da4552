package io.rocketbots.onboarding.configuration;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LoggingSystemProperty;

/**
 * Prints why the application did not start once more for whoever sits before the console, where the log is for programs and
 * holds it all in one line.
 */
final class RefusalForPeople implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        String format =
                System.getProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
        if (format != null && !format.isBlank()) {
            System.err.printf("%nThe application did not start.%n%n%s%n", analysis.getDescription());
            if (analysis.getAction() != null) {
                System.err.printf("%n%s%n%n", analysis.getAction());
            }
        }
    }
}
