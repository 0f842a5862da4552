package io.rocketbots.onboarding.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of all models and of the forms they show, as class-path resources: what is deployed together. */
public final class Models {

    private static final String TRIAGE = "application-triage.dmn";

    private Models() {}

    public static List<String> resources() {
        Stream<String> processes = Arrays.stream(ProcessId.values()).map(process -> process.id() + ".bpmn");
        Stream<String> forms = Arrays.stream(TaskKind.values()).map(task -> task.formId() + ".form");
        return Stream.of(processes, Stream.of(TRIAGE), forms)
                .flatMap(files -> files)
                .toList();
    }
}
