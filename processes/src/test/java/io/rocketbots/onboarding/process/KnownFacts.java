package io.rocketbots.onboarding.process;

import io.rocketbots.onboarding.process.history.CaseHistory;
import io.rocketbots.onboarding.process.history.Fact;
import io.rocketbots.onboarding.process.history.InstanceHistory;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the workers and the outbox would know of a scenario, and where that leads. */
final class KnownFacts {

    private final Map<Long, CaseHistory.Instance> instances = new LinkedHashMap<>();
    private final List<Fact.MessageSent> messages = new ArrayList<>();

    /** The variables that a step reads, and those that are written down with it. */
    static List<String> with(List<String> inputs) {
        return Stream.concat(inputs.stream(), CaseHistory.VARIABLES.stream())
                .distinct()
                .toList();
    }

    void sent(Instant at, MessageType<?> type, String key) {
        messages.add(new Fact.MessageSent(at, type.name(), key, type.timeToLive()));
    }

    void ended(Instant at, EmbeddedEngine.TakenJob job, Object answer) {
        CaseHistory.Instance instance = instances.computeIfAbsent(job.processInstanceKey(), key -> begun(key, at, job));
        instance.steps()
                .add(
                        answer instanceof StepError error
                                ? new Fact.StepEnded(at, job.elementId(), error.name(), Map.of())
                                : new Fact.StepEnded(
                                        at, job.elementId(), null, ScriptedJobs.variables((Record) answer)));
    }

    private static CaseHistory.Instance begun(long key, Instant at, EmbeddedEngine.TakenJob job) {
        ProcessId process = ProcessId.find(job.processId()).orElseThrow();
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        CaseHistory.VARIABLES.forEach(
                name -> variables.put(name, job.variables().get(name)));
        String subject =
                Objects.requireNonNull(variables.get(process.subject())).toString();
        return new CaseHistory.Instance(key, process, subject, at, variables, new ArrayList<>());
    }

    Map<Long, List<String>> active(Instant now) {
        return byInstance(
                now,
                history -> history.active().stream().map(active -> active.node().id()));
    }

    Map<Long, List<String>> passed(Instant now) {
        return byInstance(
                now,
                history -> Stream.concat(
                        history.visits().stream()
                                .filter(InstanceHistory.ElementVisit::completed)
                                .map(visit -> visit.node().id()),
                        history.flows().entrySet().stream()
                                .filter(flow -> isWrittenDown(history, flow.getKey()))
                                .flatMap(flow -> Stream.generate(flow::getKey).limit(flow.getValue()))));
    }

    /** The engine writes nothing about the flow from an event-based gateway to its event. */
    private static boolean isWrittenDown(InstanceHistory history, String flow) {
        return history.graph().nodes().stream()
                .filter(node -> node.kind() == ProcessGraph.Kind.EVENT_GATEWAY)
                .flatMap(node -> node.flows().stream())
                .noneMatch(one -> one.id().equals(flow));
    }

    private Map<Long, List<String>> byInstance(Instant now, Function<InstanceHistory, Stream<String>> what) {
        Map<Long, List<String>> found = new TreeMap<>();
        CaseHistory.follow(List.copyOf(instances.values()), messages, now).forEach((key, history) -> {
            List<String> elements = what.apply(history).collect(sorted());
            if (!elements.isEmpty()) {
                found.put(key, elements);
            }
        });
        return found;
    }

    static Collector<String, ?, List<String>> sorted() {
        return Collectors.collectingAndThen(
                Collectors.toList(), found -> found.stream().sorted().toList());
    }
}
