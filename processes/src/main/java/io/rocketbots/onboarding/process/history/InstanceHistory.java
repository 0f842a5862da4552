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
 * @param standing every element that is entered and not left; empty when the instance is over
 * @param passes every element that was entered and left, in that order
 * @param ways how often each sequence flow was taken
 * @param endedAt null while the instance runs
 * @param whole false when its beginning is not known or something did not fit the model, so that it may also stand
 *     elsewhere
 */
public record InstanceHistory(
        ProcessGraph chart,
        List<ActiveElement> standing,
        List<ElementVisit> passes,
        Map<String, Integer> ways,
        @Nullable Instant endedAt,
        boolean whole,
        Map<String, @Nullable Object> variables) {

    /**
     * An element that is entered and not left.
     *
     * @param dueAt when its next timer fires; null when it has none or that is not known
     */
    public record ActiveElement(
            FlowNode place, Instant since, @Nullable Instant dueAt) {}

    /**
     * An element that was entered and left.
     *
     * @param completed false when something else ended it: a boundary event, a modelled error, the end of all
     */
    public record ElementVisit(FlowNode place, Instant from, Instant to, boolean completed) {}

    public boolean isOver() {
        return endedAt != null;
    }

    /** The service tasks that a worker should be doing. */
    public List<ActiveElement> stepsDue() {
        return standing.stream()
                .filter(one -> one.place().kind() == ProcessGraph.Kind.STEP)
                .toList();
    }

    /** The end that it came to last. */
    public Optional<FlowNode> end() {
        return passes.stream()
                .map(ElementVisit::place)
                .filter(place -> place.kind() == ProcessGraph.Kind.END)
                .reduce((earlier, later) -> later);
    }

    InstanceHistory overSince(Instant at) {
        List<ElementVisit> all = new ArrayList<>(passes);
        standing.forEach(one -> all.add(new ElementVisit(one.place(), one.since(), at, false)));
        return new InstanceHistory(chart, List.of(), List.copyOf(all), ways, at, whole, variables);
    }
}
