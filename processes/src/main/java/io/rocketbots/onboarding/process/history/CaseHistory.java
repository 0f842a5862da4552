package io.rocketbots.onboarding.process.history;

import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.history.ProcessGraph.FlowNode;
import io.rocketbots.onboarding.process.history.ProcessGraph.Kind;
import io.rocketbots.onboarding.process.history.ProcessGraph.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows all process instances of a case together, since one that is called belongs to the one that calls it. */
public final class CaseHistory {

    /** The variables, besides what the steps set, that messages are correlated on and that tell calls apart. */
    public static final List<String> VARIABLES = Stream.concat(
                    Arrays.stream(ProcessId.values()).map(ProcessId::subject), Stream.of("about"))
            .distinct()
            .toList();

    private CaseHistory() {}

    /**
     * What is known of one process instance.
     *
     * @param key the engine's key
     * @param subject the business id it is about, on which its start was correlated
     * @param startedAt when it was first seen
     * @param variables the ids that its messages are correlated on
     * @param steps those that have ended, in that order, before those that are stuck
     */
    public record Instance(
            long key,
            ProcessId process,
            String subject,
            Instant startedAt,
            Map<String, @Nullable Object> variables,
            List<Fact.OfStep> steps) {}

    /** The course of each instance, by its key. */
    public static Map<Long, InstanceHistory> follow(
            List<Instance> instances, List<Fact.MessageSent> messages, Instant now) {
        Map<Long, InstanceHistory> histories = new LinkedHashMap<>();
        List<Instance> called =
                instances.stream().filter(one -> isCalled(one, messages)).toList();
        called.forEach(one -> histories.put(one.key(), follow(one, true, messages, List.of(), now)));
        Map<Long, InstanceHistory> alone = new HashMap<>(histories);
        for (Instance one : instances) {
            if (!called.contains(one)) {
                InstanceHistory history = follow(one, false, messages, callsOf(one, called, alone), now);
                histories.put(one.key(), history);
                called.stream()
                        .filter(child -> isCalledBy(child, one, history))
                        .forEach(child ->
                                histories.computeIfPresent(child.key(), (key, open) -> leftBy(history, child, open)));
            }
        }
        return histories;
    }

    /** The first step of a process that another one does not call: what should run once its start message is out. */
    public static FlowNode firstStep(ProcessId process) {
        ProcessGraph graph = ProcessGraph.of(process);
        return firstStep(graph, graph.start(false));
    }

    /** The message that starts the process; empty when it is only called. */
    public static Optional<String> startMessage(ProcessId process) {
        return ProcessGraph.of(process).start(false).trigger() instanceof Trigger.Message message
                ? Optional.of(message.name())
                : Optional.empty();
    }

    /** The step of a process that opens the tasks of that kind. */
    public record Opening(ProcessId process, String elementId) {}

    /** Where a task of that kind comes from. */
    public static Opening openingOf(TaskKind kind) {
        for (ProcessId process : ProcessId.values()) {
            ProcessGraph graph = ProcessGraph.of(process);
            for (FlowNode event : graph.nodes()) {
                if (event.host() != null
                        && event.trigger() instanceof Trigger.Message message
                        && message.name().equals(kind.decidedMessage().name())) {
                    return new Opening(process, graph.stepBefore(event.host()).id());
                }
            }
        }
        throw new IllegalArgumentException("No model has a task of the kind " + kind + ".");
    }

    private static InstanceHistory follow(
            Instance instance, boolean called, List<Fact.MessageSent> messages, List<Fact> calls, Instant now) {
        ProcessGraph graph = ProcessGraph.of(instance.process());
        TokenReplay tracker = new TokenReplay(graph, instance.variables());
        FlowNode first = firstStep(graph, graph.start(called));
        boolean fromTheStart = instance.steps().isEmpty()
                || instance.steps().getFirst().elementId().equals(first.id());
        if (fromTheStart) {
            tracker.begin(called, instance.startedAt());
        } else {
            tracker.beginMidway();
        }
        Stream.of(instance.steps(), relevant(instance, messages), calls)
                .<Fact>flatMap(List::stream)
                .sorted(Comparator.comparing(Fact::at))
                .forEach(tracker::follow);
        return tracker.history(now);
    }

    /** Messages that may have come before it was first seen, but not those to an earlier instance of the same subject. */
    private static List<Fact.MessageSent> relevant(Instance instance, List<Fact.MessageSent> messages) {
        return messages.stream()
                .filter(message -> message.at().plus(message.timeToLive()).isAfter(instance.startedAt()))
                .toList();
    }

    private static FlowNode firstStep(ProcessGraph graph, FlowNode start) {
        FlowNode node = start;
        while (node.kind() != Kind.STEP) {
            node = graph.get(node.flows().getFirst().to());
        }
        return node;
    }

    private static boolean isCalled(Instance instance, List<Fact.MessageSent> messages) {
        ProcessGraph graph = ProcessGraph.of(instance.process());
        boolean callable = graph.start(true).trigger() == null;
        return callable
                && startMessage(instance.process())
                        .map(start -> messages.stream()
                                .noneMatch(message -> message.name().equals(start)
                                        && message.key().equals(instance.subject())))
                        .orElse(true);
    }

    private static List<Fact> callsOf(Instance caller, List<Instance> called, Map<Long, InstanceHistory> histories) {
        List<Fact> facts = new ArrayList<>();
        for (Instance child : called) {
            if (calls(caller, child)) {
                InstanceHistory history = Objects.requireNonNull(histories.get(child.key()));
                facts.add(new Fact.CallBegun(child.startedAt(), child.process().id(), history.variables()));
                if (history.endedAt() != null) {
                    facts.add(new Fact.CallEnded(
                            history.endedAt(), child.process().id(), history.variables()));
                }
            }
        }
        return facts;
    }

    private static boolean calls(Instance caller, Instance child) {
        return !child.startedAt().isBefore(caller.startedAt())
                && ProcessGraph.of(caller.process()).nodes().stream()
                        .anyMatch(node -> node.call() != null
                                && node.call()
                                        .processId()
                                        .equals(child.process().id()));
    }

    private static boolean isCalledBy(Instance child, Instance caller, InstanceHistory history) {
        return calls(caller, child) && history.whole();
    }

    /** What is called ends with the call activity, whatever it waits for. */
    private static InstanceHistory leftBy(InstanceHistory caller, Instance child, InstanceHistory open) {
        if (open.isOver()) {
            return open;
        }
        boolean stillCalled = caller.active().stream()
                .anyMatch(active ->
                        TokenReplay.calls(active.node(), child.process().id(), open.variables())
                                && !active.since().isAfter(child.startedAt().plusSeconds(60)));
        return stillCalled
                ? open
                : caller.visits().stream()
                        .filter(visit ->
                                TokenReplay.calls(visit.node(), child.process().id(), open.variables())
                                        && !visit.to().isBefore(child.startedAt()))
                        .map(InstanceHistory.ElementVisit::to)
                        .findFirst()
                        .map(open::overSince)
                        .orElse(open);
    }
}
