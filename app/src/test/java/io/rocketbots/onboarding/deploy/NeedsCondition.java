package io.rocketbots.onboarding.deploy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

class NeedsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .map(NeedsCondition::evaluate)
                .orElseGet(() -> ConditionEvaluationResult.enabled("The class needs it, and has it."));
    }

    private static ConditionEvaluationResult evaluate(Needs needs) {
        String program = needs.value();
        if (isOnPath(program)) {
            return ConditionEvaluationResult.enabled(program + " is installed.");
        }
        String reason =
                "No %s was found on the PATH, so what needs it cannot be tested. Install it (apt-get install %s) and it will."
                        .formatted(program, needs.from().isEmpty() ? program : needs.from());
        if ("required".equals(System.getProperty("onboarding.browser"))) {
            throw new IllegalStateException(reason + " It is required by -Donboarding.browser=required.");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isBlank())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
