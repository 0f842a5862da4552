package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The present models take over the cases of every release; a model that would not is found here, with what it lacks. */
class ReleasedWaitsTest {

    private static final Path ONBOARDING = Path.of("src/main/resources/reseller-onboarding.bpmn");

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("io.rocketbots.onboarding.process.ModelFiles#released")
    void thePresentModelTakesItsCasesOver(Path released) {
        Model now = Model.read(Path.of("src/main/resources").resolve(released.getFileName()));

        assertThat(new ReleasedWaits(Model.read(released), now).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Task_AwaitBranding"             | "Task_AwaitBrand"               | Task_AwaitBranding of reseller-onboarding is gone
            "BoundaryEvent_ReviewDecided"    | "BoundaryEvent_ReviewIsDecided" | BoundaryEvent_ReviewDecided of reseller-onboarding is gone
            "StartEvent_OnboardingCancelled" | "StartEvent_Cancelled"          | StartEvent_OnboardingCancelled of reseller-onboarding is gone
            attachedToRef="Task_AwaitInformation" | attachedToRef="Task_AwaitBranding" | has another host
            name="branding-completed"        | name="brand-completed"          | Task_AwaitBranding of reseller-onboarding waits for another message
            parallelGateway id="Gateway_SetupDone" | inclusiveGateway id="Gateway_SetupDone" | Gateway_SetupDone of reseller-onboarding has another kind
            """)
    void findsWhatWouldStrandACase(String before, String after, String fault) {
        Model released = Model.read(ONBOARDING);
        Model changed = Model.parse(
                "reseller-onboarding",
                Model.text(ONBOARDING)
                        .replace(before, after)
                        .replaceAll(
                                "(?s)(<bpmn:inclusiveGateway id.*?)</bpmn:parallelGateway>",
                                "$1</bpmn:inclusiveGateway>"));

        assertThat(new ReleasedWaits(released, changed).faults())
                .anySatisfy(said -> assertThat(said).contains(fault, "cases of a release may stand there"));
    }

    @Test
    void findsAJobThatNobodyWorksOnAnyMore() {
        String model = Model.text(ONBOARDING);
        Model released = Model.parse("reseller-onboarding", model.replace("type=\"go-live\"", "type=\"go-out\""));

        assertThat(new ReleasedWaits(released, Model.read(ONBOARDING)).faults())
                .singleElement()
                .asString()
                .contains("Task_GoLive of reseller-onboarding makes jobs go-out, which nobody works on");
    }
}
