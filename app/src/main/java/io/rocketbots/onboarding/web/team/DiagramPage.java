package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.operations.history.CaseHistories;
import io.rocketbots.onboarding.operations.history.CaseHistories.Followed;
import io.rocketbots.onboarding.operations.history.Incident;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.StepVisits.Visit;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.InstanceHistory.ActiveElement;
import io.rocketbots.onboarding.process.history.InstanceHistory.ElementVisit;
import io.rocketbots.onboarding.process.history.ProcessGraph.FlowNode;
import io.rocketbots.onboarding.process.history.ProcessGraph.Kind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says where a case stands and where it has been, one process instance at a time, in words that the diagram repeats. */
@Component
class DiagramPage {

    /** Of the Spaces and of the invitations of a reseller; each has a page of its own in the module. */
    private static final int NEWEST = 5;

    /** What takes time or tells a milestone; gateways and the like are seen in the diagram. */
    private static final Set<Kind> TOLD = EnumSet.of(
            Kind.START,
            Kind.END,
            Kind.STEP,
            Kind.RULE,
            Kind.USER_TASK,
            Kind.RECEIVE_TASK,
            Kind.CALL_ACTIVITY,
            Kind.SUB_PROCESS,
            Kind.CATCH_EVENT,
            Kind.BOUNDARY_EVENT);

    private final CaseHistories histories;
    private final Incidents incidents;

    DiagramPage(CaseHistories histories, Incidents incidents) {
        this.histories = histories;
        this.incidents = incidents;
    }

    /** One process instance to choose. */
    public record Tab(String id, String title, Mark mark, boolean selected) {}

    /** How an instance or an element is marked. */
    public enum Mark {
        HERE,
        OVER,
        FAILED
    }

    /**
     * An element where the instance stands.
     *
     * @param waits what for
     * @param dueAt when it goes on by itself or reminds somebody; null when nothing is due
     * @param called the instance that it has called and waits for
     */
    public record CurrentElement(
            String element,
            String name,
            String waits,
            Instant since,
            @Nullable Instant dueAt,
            @Nullable Incident incident,
            @Nullable Called called) {}

    /** An instance that was called, to go there. */
    public record Called(String id, String title) {}

    /**
     * An element where the instance has been, with its last visits.
     *
     * @param atLeast whether it has been there more often than anybody still knows
     */
    public record PastElement(
            String element,
            String name,
            String kind,
            int times,
            boolean atLeast,
            Duration total,
            Instant first,
            Instant last,
            List<Line> lines) {

        /** How long in all; empty for what takes no time. */
        public String totalInWords() {
            return total.isZero() ? "" : Durations.inWords(total);
        }
    }

    /**
     * One visit.
     *
     * @param how how it ended, where that is worth a word
     * @param called the instance that was called
     */
    public record Line(
            Instant from, Instant to, String how, @Nullable Called called) {

        public String took() {
            return from.equals(to) ? "" : Durations.inWords(Duration.between(from, to));
        }
    }

    /**
     * All about the instance that is chosen.
     *
     * @param elsewhere what has failed where the instance is not known to stand
     * @param taken the sequence flows that were taken, as the diagram's script reads them
     */
    public record ShownInstance(
            ProcessId process,
            String id,
            String title,
            Instant startedAt,
            @Nullable Instant endedAt,
            String end,
            boolean whole,
            List<CurrentElement> here,
            List<Incident> elsewhere,
            List<PastElement> been,
            String taken) {}

    /** For an application: its onboarding and what that has begun. */
    void fill(Application application, String chosen, Model model) {
        show(histories.ofCase(application.id()), application, chosen, model);
    }

    /** For a reseller: also the newest of its Spaces and invitations. */
    void fill(Application application, Reseller reseller, String chosen, Model model) {
        show(
                Stream.concat(
                                histories.ofCase(application.id()).stream(),
                                histories.newestOf(reseller.id(), NEWEST).stream())
                        .toList(),
                application,
                chosen,
                model);
    }

    private void show(List<Followed> ofPage, Application application, String chosen, Model model) {
        List<Followed> all = withChosen(ofPage, application, chosen);
        Map<String, List<Incident>> failed = new LinkedHashMap<>();
        for (Followed one : all) {
            failed.put(one.id(), one.key() == null ? List.of() : incidents.of(one.key()));
        }
        Predicate<Followed> hasFailed =
                one -> !failed.getOrDefault(one.id(), List.of()).isEmpty();
        Optional<Followed> wanted =
                all.stream().filter(one -> one.isNamed(chosen)).findFirst();
        Optional<Followed> selected = wanted.or(
                        () -> all.stream().filter(hasFailed).findFirst())
                .or(() -> all.stream().filter(one -> !one.history().isOver()).findFirst())
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst()));
        model.addAttribute("notFound", !chosen.isEmpty() && wanted.isEmpty());
        model.addAttribute(
                "ways",
                all.stream()
                        .map(one -> new Tab(
                                one.id(),
                                titleOf(one),
                                hasFailed.test(one)
                                        ? Mark.FAILED
                                        : one.history().isOver() ? Mark.OVER : Mark.HERE,
                                selected.filter(one::equals).isPresent()))
                        .toList());
        selected.ifPresent(one -> model.addAttribute("way", shown(one, all, failed.getOrDefault(one.id(), List.of()))));
    }

    /** An older Space or invitation has no place of its own here until somebody asks for it. */
    private List<Followed> withChosen(List<Followed> all, Application application, String chosen) {
        if (chosen.isEmpty() || all.stream().anyMatch(one -> one.isNamed(chosen))) {
            return all;
        }
        Set<String> there = all.stream().map(Followed::id).collect(Collectors.toSet());
        return Stream.concat(
                        all.stream(),
                        histories.like(chosen, application.id()).stream().filter(one -> !there.contains(one.id())))
                .toList();
    }

    private static String titleOf(Followed one) {
        String name = one.history().graph().name();
        return one.about().map(about -> name + ": " + about).orElse(name);
    }

    private static ShownInstance shown(Followed one, List<Followed> all, List<Incident> failed) {
        List<CurrentElement> here = here(one, all, failed);
        return new ShownInstance(
                one.process(),
                one.id(),
                titleOf(one),
                one.startedAt(),
                one.history().endedAt(),
                one.history().end().map(FlowNode::name).orElse(""),
                one.history().whole(),
                here,
                failed.stream()
                        .filter(incident -> here.stream().noneMatch(node -> incident.equals(node.incident())))
                        .toList(),
                pastElements(one, all),
                String.join(" ", one.history().flows().keySet()));
    }

    private static List<CurrentElement> here(Followed one, List<Followed> all, List<Incident> failed) {
        return one.history().active().stream()
                .map(active -> new CurrentElement(
                        active.node().id(),
                        active.node().name(),
                        waits(active, one),
                        active.since(),
                        active.dueAt(),
                        failed.stream()
                                .filter(incident -> incident.elementId()
                                        .equals(active.node().id()))
                                .findFirst()
                                .orElse(null),
                        called(active.node(), active.since(), Instant.MAX, all)))
                .toList();
    }

    /** The one that was called last in that time. */
    private static @Nullable Called called(FlowNode node, Instant from, Instant to, List<Followed> all) {
        return all.stream()
                .filter(one -> node.calls(one.process(), one.history().variables()))
                .filter(one ->
                        !one.startedAt().isBefore(from) && !one.startedAt().isAfter(to))
                .max(Comparator.comparing(Followed::startedAt))
                .map(one -> new Called(one.id(), titleOf(one)))
                .orElse(null);
    }

    private static String waits(ActiveElement active, Followed one) {
        FlowNode node = active.node();
        return switch (node.kind()) {
            case STEP -> "should be done by a worker at once";
            case USER_TASK -> "waits for a person of the team";
            case CALL_ACTIVITY -> "waits for the end of the process that it called";
            case SUB_PROCESS, EVENT_SUB_PROCESS -> "goes on inside";
            case EVENT_GATEWAY ->
                "waits for the first of: "
                        + one.history().graph().eventsAfter(node).stream()
                                .map(FlowNode::name)
                                .collect(Collectors.joining(", "));
            case CATCH_EVENT -> "waits until that time";
            default -> "waits for that to happen";
        };
    }

    private static List<PastElement> pastElements(Followed one, List<Followed> all) {
        Map<FlowNode, List<ElementVisit>> byNode = one.history().visits().stream()
                .filter(visit ->
                        visit.node().isNamed() && TOLD.contains(visit.node().kind()))
                .collect(Collectors.groupingBy(ElementVisit::node, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Visit>> steps = one.visits().stream().collect(Collectors.groupingBy(Visit::elementId));
        boolean pruned =
                steps.values().stream().anyMatch(ofStep -> ofStep.getFirst().nth() > 1);
        List<PastElement> past = new ArrayList<>();
        byNode.forEach((node, visits) -> past.add(
                steps.containsKey(node.id()) && node.kind() == Kind.STEP
                        ? worked(node, steps.get(node.id()))
                        : waited(node, visits, pruned, all)));
        past.sort(Comparator.comparing(PastElement::first));
        return past;
    }

    private static PastElement worked(FlowNode node, List<Visit> visits) {
        Visit last = visits.getLast();
        return new PastElement(
                node.id(),
                node.name(),
                "step",
                last.nth(),
                false,
                last.total(),
                visits.getFirst().startedAt(),
                last.endedAt(),
                visits.reversed().stream()
                        .map(visit -> new Line(visit.startedAt(), visit.endedAt(), howEnded(visit), null))
                        .toList());
    }

    private static String howEnded(Visit visit) {
        String tries = visit.tries() > 1 ? visit.tries() + " tries" : "";
        String error = visit.error() == null
                ? ""
                : "refused: " + visit.error().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Stream.of(tries, error).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }

    private static PastElement waited(FlowNode node, List<ElementVisit> visits, boolean atLeast, List<Followed> all) {
        return new PastElement(
                node.id(),
                node.name(),
                switch (node.kind()) {
                    case START, END, CATCH_EVENT, BOUNDARY_EVENT -> "event";
                    case USER_TASK -> "task";
                    default -> "wait";
                },
                visits.size(),
                atLeast && node.within() != null,
                visits.stream()
                        .map(visit -> Duration.between(visit.from(), visit.to()))
                        .reduce(Duration.ZERO, Duration::plus),
                visits.getFirst().from(),
                visits.getLast().to(),
                visits.reversed().stream()
                        .limit(20)
                        .map(visit -> new Line(
                                visit.from(),
                                visit.to(),
                                visit.completed() ? "" : "ended by something else",
                                called(node, visit.from(), visit.to(), all)))
                        .toList());
    }
}
