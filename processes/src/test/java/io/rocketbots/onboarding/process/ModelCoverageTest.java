package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs after every scenario (junit-platform.properties orders the classes) and fails when they left an element or a
 * sequence flow of a model out.
 */
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    @Test
    void everyElementAndEveryFlowIsRunThroughByAScenario() throws Exception {
        Set<String> scenarios = scenarioClasses();
        Set<String> ran =
                ModelCoverage.testClasses().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        assumeTrue(ran.containsAll(scenarios), "Only some scenarios were asked for, so nothing can be missed.");

        assertThat(missing(everything(ModelFiles.bpmn()), withFlowsTheEngineDoesNotTell()))
                .as("elements and flows that no scenario runs through")
                .isEmpty();
    }

    @Test
    void whatNoScenarioRanThroughIsNamed() {
        List<String> everything = everything(ModelFiles.bpmn());

        assertThat(missing(everything, Set.copyOf(everything))).isEmpty();
        assertThat(missing(everything, Set.copyOf(everything.subList(1, everything.size()))))
                .containsExactly(everything.getFirst());
    }

    private static Set<String> missing(List<String> everything, Set<String> covered) {
        Set<String> missing = new TreeSet<>(everything);
        missing.removeAll(covered);
        return missing;
    }

    /** The engine goes from an event-based gateway to the event that came first without a word about the flow. */
    private static Set<String> withFlowsTheEngineDoesNotTell() {
        Set<String> covered = new HashSet<>(ModelCoverage.covered());
        for (Path file : ModelFiles.bpmn()) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = processId(model);
            model.getModelElementsByType(EventBasedGateway.class).stream()
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .filter(flow ->
                            covered.contains(process + "/" + flow.getTarget().getId()))
                    .forEach(flow -> covered.add(process + "/" + flow.getId()));
        }
        return covered;
    }

    private static String processId(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    private static List<String> everything(List<Path> models) {
        List<String> everything = new ArrayList<>();
        for (Path file : models) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            String process = processId(model);
            everything.add(process + "/" + process);
            model.getModelElementsByType(FlowElement.class)
                    .forEach(element -> everything.add(process + "/" + element.getId()));
        }
        return everything;
    }

    private static Set<String> scenarioClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(
                ModelCoverageTest.class.getResource("ModelCoverageTest.class").toURI());
        try (Stream<Path> files = Files.list(classes.resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("ProcessTest.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toSet());
        }
    }
}
