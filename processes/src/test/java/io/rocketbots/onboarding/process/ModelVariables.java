package io.rocketbots.onboarding.process;

import static io.rocketbots.onboarding.process.Model.id;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Which variables are certainly there when the engine comes to an element: those that every way to it has set. The
 * same reasoning as a compiler's about variables that may not have been assigned.
 */
final class ModelVariables {

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\.?[A-Za-z]\\w*\\(?");
    private static final Set<String> LITERALS = Set.of("null", "true", "false", "and", "or", "not");

    private final Model model;
    private final Set<String> atStart;
    /** By element id; an element that is not in here has not been come to yet. */
    private final Map<String, Set<String>> after = new HashMap<>();

    ModelVariables(Model model, List<Model> callers) {
        this.model = model;
        this.atStart = atStart(callers);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Element node : model.nodes()) {
                Set<String> before = before(node);
                if (before != null) {
                    Set<String> now = new LinkedHashSet<>(before);
                    now.addAll(sets(node));
                    changed |= !now.equals(after.put(id(node), now));
                }
            }
        }
    }

    /** What every message brings that starts the process, and every caller hands in. */
    private Set<String> atStart(List<Model> callers) {
        Stream<Set<String>> messages = Model.children(model.process(), Model.BPMN, "startEvent").stream()
                .flatMap(start -> model.messageOf(start).stream())
                .map(ModelVariables::payload);
        Stream<Set<String>> calls = callers.stream()
                .flatMap(caller -> caller.ofKind("callActivity").stream())
                .filter(call -> Model.extension(call, "calledElement")
                        .map(e -> e.getAttribute("processId").equals(model.name()))
                        .orElse(false))
                .map(call -> targets(Model.mappings(call, "input")));
        return Stream.concat(messages, calls).reduce(ModelVariables::both).orElse(Set.of());
    }

    /** What is there when the element begins, its own inputs included. */
    Set<String> at(Element node) {
        Set<String> before = before(node);
        Set<String> there = new LinkedHashSet<>(before == null ? Set.of() : before);
        there.addAll(targets(Model.mappings(node, "input")));
        return there;
    }

    /** The same without its own inputs, which are what the expressions of those may use. */
    Set<String> outside(Element node) {
        Set<String> before = before(node);
        return before == null ? Set.of() : before;
    }

    private @Nullable Set<String> before(Element node) {
        if (node.getLocalName().equals("boundaryEvent")) {
            Element host = model.byId(node.getAttribute("attachedToRef"));
            return before(host);
        }
        if (Model.isEventSubProcess(node)) {
            return atStart;
        }
        if (node.getLocalName().equals("startEvent")) {
            Element parent = (Element) node.getParentNode();
            return parent.getLocalName().equals("subProcess") ? before(parent) : atStart;
        }
        Optional<String> link = linkName(node);
        Stream<Element> sources = node.getLocalName().equals("intermediateCatchEvent") && link.isPresent()
                ? model.ofKind("intermediateThrowEvent").stream()
                        .filter(thrown -> linkName(thrown).equals(link))
                : model.sources(node).stream();
        List<Set<String>> known = sources.map(source -> after.get(id(source)))
                .filter(set -> set != null)
                .toList();
        if (node.getLocalName().equals("parallelGateway")) {
            return known.stream().reduce(ModelVariables::either).orElse(null);
        }
        return known.stream().reduce(ModelVariables::both).orElse(null);
    }

    private static Optional<String> linkName(Element node) {
        return Model.child(node, Model.BPMN, "linkEventDefinition").map(link -> link.getAttribute("name"));
    }

    private Set<String> sets(Element node) {
        Set<String> sets = new HashSet<>(targets(Model.mappings(node, "output")));
        if (sets.isEmpty()) {
            Model.jobType(node)
                    .flatMap(ModelVariables::known)
                    .ifPresent(type -> sets.addAll(components(type.output())));
            model.messageOf(node).ifPresent(message -> sets.addAll(payload(message)));
        }
        Model.extension(node, "calledDecision").ifPresent(d -> sets.add(d.getAttribute("resultVariable")));
        if (node.getLocalName().equals("subProcess")) {
            Model.children(node, Model.BPMN, "endEvent").stream()
                    .map(end -> after.getOrDefault(id(end), Set.of()))
                    .reduce(ModelVariables::both)
                    .ifPresent(sets::addAll);
        }
        return sets;
    }

    private static Set<String> payload(Element message) {
        return MessageTypes.all().stream()
                .filter(type -> type.name().equals(message.getAttribute("name")))
                .flatMap(type -> components(type.payload()).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<JobType<?, ?>> known(String jobType) {
        return JobTypes.all().stream()
                .filter(type -> type.name().equals(jobType))
                .findFirst();
    }

    private static Set<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> targets(List<Element> mappings) {
        return mappings.stream().map(m -> m.getAttribute("target")).collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        return either;
    }

    /** The variables that a FEEL expression reads: its words that are neither text, function, property nor literal. */
    static Set<String> readBy(String expression) {
        Set<String> read = new LinkedHashSet<>();
        Matcher words = WORD.matcher(expression);
        while (words.find()) {
            String word = words.group();
            if (!word.startsWith("\"") && !word.startsWith(".") && !word.endsWith("(") && !LITERALS.contains(word)) {
                read.add(word);
            }
        }
        return read;
    }
}
