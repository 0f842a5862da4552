package io.rocketbots.onboarding.process.history;

import io.rocketbots.onboarding.process.history.ProcessGraph.FlowNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a process instance stands and where it has been, as far as it follows from what is known.
 *
 * @param active every element that is entered and not left; empty when the instance is over
 * @param visits every element that was entered and left, in that order
 * @param flows how often each sequence flow was taken
 * @param endedAt null while the instance runs
 * @param whole false when its beginning is not known or something did not fit the model, so that it may also stand
 *     elsewhere
 */
public record InstanceHistory(
        ProcessGraph graph,
        List<ActiveElement> active,
        List<ElementVisit> visits,
        Map<String, Integer> flows,
        @Nullable Instant endedAt,
        boolean whole,
        Map<String, @Nullable Object> variables) {

    /**
     * An element that is entered and not left.
     *
     * @param dueAt when its next timer fires; null when it has none or that is not known
     */
    public record ActiveElement(
            FlowNode node, Instant since, @Nullable Instant dueAt) {}

    /**
     * An element that was entered and left.
     *
     * @param completed false when something else ended it: a boundary event, a modelled error, the end of all
     */
    public record ElementVisit(FlowNode node, Instant from, Instant to, boolean completed) {}

    public boolean isOver() {
        return endedAt != null;
    }

    /** The service tasks that a worker should be doing. */
    public List<ActiveElement> stepsDue() {
        return active.stream()
                .filter(one -> one.node().kind() == ProcessGraph.Kind.STEP)
                .toList();
    }

    /** The end that it came to last. */
    public Optional<FlowNode> end() {
        return visits.stream()
                .map(ElementVisit::node)
                .filter(node -> node.kind() == ProcessGraph.Kind.END)
                .reduce((earlier, later) -> later);
    }

    InstanceHistory overSince(Instant at) {
        List<ElementVisit> all = new ArrayList<>(visits);
        active.forEach(one -> all.add(new ElementVisit(one.node(), one.since(), at, false)));
        return new InstanceHistory(graph, List.of(), List.copyOf(all), flows, at, whole, variables);
    }
}
