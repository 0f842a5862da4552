package io.rocketbots.onboarding.process.history;

import io.rocketbots.onboarding.process.history.InstanceHistory.ActiveElement;
import io.rocketbots.onboarding.process.history.InstanceHistory.ElementVisit;
import io.rocketbots.onboarding.process.history.ProcessGraph.FlowNode;
import io.rocketbots.onboarding.process.history.ProcessGraph.Kind;
import io.rocketbots.onboarding.process.history.ProcessGraph.SequenceFlow;
import io.rocketbots.onboarding.process.history.ProcessGraph.Trigger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays the token game of one process instance: each fact moves tokens, timers fire when they are due, and what nobody
 * told (a form completed in Tasklist, a message whose sending is not yet marked) follows from the next step that ends.
 */
final class TokenReplay {

    /** A model that loops without ever waiting would be followed for ever. */
    private static final int MOST_MOVES = 10_000;

    private final ProcessGraph graph;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Set<String>> arrivals = new HashMap<>();
    private final List<Fact.MessageSent> waiting = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<Token> dismissed = new ArrayList<>();
    private final List<ElementVisit> visits = new ArrayList<>();
    private final Map<String, Integer> flows = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> variables = new HashMap<>();
    private @Nullable Instant endedAt;
    private boolean whole = true;
    private int moves;

    private @Nullable Assumption assumption;

    TokenReplay(ProcessGraph graph, Map<String, @Nullable Object> variables) {
        this.graph = graph;
        this.variables.putAll(variables);
    }

    /** A move that nobody told of: what it started from and what it passed, in case it turns out otherwise. */
    private record Assumption(Token from, List<ElementVisit> visits, List<String> flows) {}

    /** An element that is entered and not left, with the timers that run on it. */
    private static final class Token {
        final FlowNode node;
        final Instant since;
        final @Nullable Token scope;
        final @Nullable Assumption assumption;
        final Map<FlowNode, Instant> timers = new LinkedHashMap<>();
        boolean stuck;

        Token(FlowNode node, Instant since, @Nullable Token scope, @Nullable Assumption assumption) {
            this.node = node;
            this.since = since;
            this.scope = scope;
            this.assumption = assumption;
        }

        boolean isWithin(Token outer) {
            return scope != null && (scope == outer || scope.isWithin(outer));
        }

        Optional<Instant> due() {
            return timers.values().stream().min(Comparator.naturalOrder());
        }
    }

    /** A way out of a token: an event that ends it or, beside it, begins something else. */
    private record Exit(Token token, FlowNode event) {}

    void begin(boolean called, Instant at) {
        enter(graph.start(called), at, null);
    }

    /** What happened before is not known. */
    void beginMidway() {
        whole = false;
    }

    void follow(Fact fact) {
        passTime(fact.at());
        switch (fact) {
            case Fact.StepEnded ended -> stepEnded(ended);
            case Fact.StepStuck stuck -> stepStuck(stuck);
            case Fact.MessageSent sent -> messageSent(sent);
            case Fact.CallBegun begun -> callBegun(begun);
            case Fact.CallEnded ended -> callEnded(ended);
        }
    }

    InstanceHistory history(Instant now) {
        passTime(now);
        return new InstanceHistory(
                graph,
                tokens.stream()
                        .map(token -> new ActiveElement(
                                token.node, token.since, token.due().orElse(null)))
                        .toList(),
                List.copyOf(visits),
                Map.copyOf(flows),
                endedAt,
                whole,
                variables);
    }

    // what happens

    private void passTime(Instant now) {
        for (Optional<Exit> next = nextTimer(now); next.isPresent(); next = nextTimer(now)) {
            Exit exit = next.get();
            Instant due = Objects.requireNonNull(exit.token().timers.get(exit.event()));
            assume(exit, due);
        }
    }

    private Optional<Exit> nextTimer(Instant now) {
        return tokens.stream()
                .flatMap(token -> token.timers.entrySet().stream()
                        .filter(timer -> !timer.getValue().isAfter(now))
                        .map(timer -> Map.entry(timer.getValue(), new Exit(token, timer.getKey()))))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    private void stepEnded(Fact.StepEnded ended) {
        Optional<FlowNode> node = step(ended);
        if (node.isEmpty()) {
            return;
        }
        Token token = tokenOf(node.get(), ended.at()).orElseGet(() -> guess(node.get(), ended.at()));
        variables.putAll(ended.variables());
        if (ended.error() == null) {
            complete(token, ended.at());
        } else {
            errorEvent(token, ended.error()).ifPresentOrElse(event -> take(new Exit(token, event), ended.at()), () -> {
                whole = false;
                leave(token, ended.at(), false);
            });
        }
    }

    private void stepStuck(Fact.StepStuck stuck) {
        step(stuck)
                .ifPresent(node -> tokenOf(node, stuck.at())
                        .or(() -> wasInterrupted(node) ? Optional.empty() : Optional.of(guess(node, stuck.at())))
                        .ifPresent(token -> token.stuck = true));
    }

    private Optional<FlowNode> step(Fact.OfStep fact) {
        Optional<FlowNode> node = graph.node(fact.elementId()).filter(known -> known.kind() == Kind.STEP);
        if (node.isEmpty()) {
            // Of another version of the model.
            whole = false;
        }
        return node;
    }

    /** It may have failed for the last time in the very moment in which its work was taken from it. */
    private boolean wasInterrupted(FlowNode node) {
        return visits.stream().anyMatch(visit -> visit.node().equals(node) && !visit.completed());
    }

    private void messageSent(Fact.MessageSent sent) {
        if (expected.remove(sent.name() + ' ' + sent.key())) {
            return;
        }
        subscriber(sent)
                .ifPresentOrElse(
                        exit -> assume(exit, sent.at()),
                        () -> eventSubProcess(sent)
                                .ifPresentOrElse(scope -> interruptAll(scope, sent.at()), () -> waiting.add(sent)));
    }

    private void callBegun(Fact.CallBegun begun) {
        Predicate<FlowNode> caller = node -> calls(node, begun.processId(), begun.variables());
        if (tokens.stream().noneMatch(token -> caller.test(token.node))) {
            explain(caller, begun.at());
        }
    }

    private void callEnded(Fact.CallEnded ended) {
        tokens.stream()
                .filter(token -> calls(token.node, ended.processId(), ended.variables()))
                .findFirst()
                .ifPresent(token -> {
                    Objects.requireNonNull(token.node.call())
                            .outputs()
                            .forEach((name, output) -> variables.put(name, output.evaluate(ended.variables())));
                    complete(token, ended.at());
                });
    }

    static boolean calls(FlowNode node, String processId, Map<String, @Nullable Object> given) {
        return node.call() != null
                && node.call().processId().equals(processId)
                && node.call().inputs().entrySet().stream().allMatch(input -> {
                    // What is given as a text tells one call from another; the rest depends on the case.
                    Object text = input.getValue().evaluate(Map.of());
                    return text == null || text.equals(given.get(input.getKey()));
                });
    }

    // what follows from it

    private void complete(Token token, Instant at) {
        leave(token, at, true);
        token.node.flows().forEach(flow -> go(flow, at, token.scope));
        completeScope(token.scope, at);
    }

    /** Moves without being told, so that it may turn out otherwise. */
    private void assume(Exit exit, Instant at) {
        Assumption outer = assumption;
        assumption = new Assumption(exit.token(), new ArrayList<>(), new ArrayList<>());
        take(exit, at);
        assumption = outer;
    }

    private void take(Exit exit, Instant at) {
        Token token = exit.token();
        FlowNode event = exit.event();
        token.timers.remove(event);
        boolean boundary = event.kind() == Kind.BOUNDARY_EVENT;
        if (!boundary || event.interrupting()) {
            leave(token, at, !boundary);
        }
        if (token.node.kind() == Kind.EVENT_GATEWAY && !boundary) {
            token.node.flows().stream()
                    .filter(flow -> flow.to().equals(event.id()))
                    .forEach(this::taken);
        }
        if (!event.equals(token.node)) {
            passed(event, at);
        }
        event.flows().forEach(flow -> go(flow, at, token.scope));
        completeScope(token.scope, at);
    }

    private void interruptAll(FlowNode eventSubProcess, Instant at) {
        List.copyOf(tokens).forEach(token -> leave(token, at, false));
        arrivals.clear();
        Token scope = new Token(eventSubProcess, at, null, null);
        tokens.add(scope);
        enter(graph.startWithin(eventSubProcess), at, scope);
    }

    private void go(SequenceFlow flow, Instant at, @Nullable Token scope) {
        if (++moves > MOST_MOVES) {
            throw new IllegalStateException("The model " + graph.process().id() + " loops without waiting.");
        }
        taken(flow);
        FlowNode to = graph.get(flow.to());
        if (to.kind() != Kind.PARALLEL_GATEWAY || arrived(to, flow)) {
            enter(to, at, scope);
        }
    }

    /** Whether all branches that meet there have come. */
    private boolean arrived(FlowNode join, SequenceFlow flow) {
        Set<String> come = arrivals.computeIfAbsent(join.id(), id -> new HashSet<>());
        come.add(flow.id());
        long all = graph.nodes().stream()
                .flatMap(node -> node.flows().stream())
                .filter(one -> one.to().equals(join.id()))
                .count();
        if (come.size() < all) {
            return false;
        }
        arrivals.remove(join.id());
        return true;
    }

    private void enter(FlowNode node, Instant at, @Nullable Token scope) {
        if (node.waits()) {
            rest(node, at, scope);
            return;
        }
        passed(node, at);
        switch (node.kind()) {
            case EXCLUSIVE_GATEWAY -> go(decide(node), at, scope);
            case THROW_EVENT -> {
                FlowNode target = node.trigger() instanceof Trigger.Link link ? graph.linkTarget(link.name()) : node;
                if (!target.equals(node)) {
                    passed(target, at);
                }
                target.flows().forEach(flow -> go(flow, at, scope));
            }
            case END -> {
                if (node.trigger() instanceof Trigger.Terminate) {
                    tokens.stream()
                            .filter(token -> scope == null || token.isWithin(scope))
                            .toList()
                            .forEach(token -> leave(token, at, false));
                    arrivals.clear();
                }
                completeScope(scope, at);
            }
            default -> node.flows().forEach(flow -> go(flow, at, scope));
        }
    }

    private SequenceFlow decide(FlowNode gateway) {
        return gateway.flows().stream()
                .filter(flow -> flow.condition() != null && flow.condition().isTrue(variables))
                .findFirst()
                .or(() -> gateway.flows().stream()
                        .filter(flow -> flow.id().equals(gateway.defaultWay()))
                        .findFirst())
                .orElseGet(() -> gateway.flows().getFirst());
    }

    private void rest(FlowNode node, Instant at, @Nullable Token scope) {
        Token token = new Token(node, at, scope, assumption);
        tokens.add(token);
        timedEvents(node).forEach(event -> dueAt(event, at).ifPresent(due -> token.timers.put(event, due)));
        if (node.kind() == Kind.SUB_PROCESS) {
            enter(graph.startWithin(node), at, token);
        }
        // What came too early waits in the engine, for so long.
        List.copyOf(waiting).stream()
                .filter(early -> early.at().plus(early.timeToLive()).isAfter(at))
                .forEach(early -> subscriber(early).ifPresent(exit -> {
                    waiting.remove(early);
                    assume(exit, at);
                }));
    }

    private Stream<FlowNode> timedEvents(FlowNode node) {
        Stream<FlowNode> own = node.kind() == Kind.EVENT_GATEWAY ? graph.eventsAfter(node).stream() : Stream.of(node);
        return Stream.concat(own, graph.boundaryEvents(node).stream())
                .filter(event -> event.trigger() instanceof Trigger.Timer);
    }

    private Optional<Instant> dueAt(FlowNode event, Instant since) {
        if (event.trigger() instanceof Trigger.Timer timer && timer.when().evaluate(variables) instanceof String when) {
            try {
                return Optional.of(when.startsWith("P") ? since.plus(Duration.parse(when)) : Instant.parse(when));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void passed(FlowNode node, Instant at) {
        ElementVisit visit = new ElementVisit(node, at, at, true);
        visits.add(visit);
        if (assumption != null) {
            assumption.visits().add(visit);
        }
    }

    private void taken(SequenceFlow flow) {
        flows.merge(flow.id(), 1, Integer::sum);
        if (assumption != null) {
            assumption.flows().add(flow.id());
        }
    }

    private void completeScope(@Nullable Token scope, Instant at) {
        if (scope == null) {
            if (tokens.isEmpty() && arrivals.isEmpty()) {
                endedAt = at;
            }
        } else if (tokens.contains(scope) && tokens.stream().noneMatch(token -> token.isWithin(scope))) {
            complete(scope, at);
        }
    }

    private void leave(Token token, Instant at, boolean completed) {
        if (!tokens.remove(token)) {
            return;
        }
        List.copyOf(tokens).stream().filter(inner -> inner.isWithin(token)).forEach(inner -> leave(inner, at, false));
        visits.add(new ElementVisit(token.node, token.since, at, completed));
        // A reminder that was due and that no worker has confirmed: its host may have been left before that.
        tokens.stream()
                .filter(beside -> beside.assumption != null && beside.assumption.from() == token)
                .filter(beside -> beside.node.kind() == Kind.STEP && !beside.stuck)
                .toList()
                .forEach(this::dismiss);
    }

    // who waits for what

    private Optional<Token> tokenAt(FlowNode node) {
        return tokens.stream().filter(token -> token.node.equals(node)).findFirst();
    }

    /** The token whose step tells of itself: one that may be known only by that, and not one that is stuck there. */
    private Optional<Token> tokenOf(FlowNode step, Instant at) {
        return tokens.stream()
                .filter(token -> token.node.equals(step) && !token.stuck)
                .findFirst()
                .or(() -> takeBack(step))
                .or(() -> explain(step::equals, at));
    }

    private Optional<FlowNode> errorEvent(Token token, String code) {
        return graph.boundaryEvents(token.node).stream()
                .filter(event -> event.trigger() instanceof Trigger.Refusal error
                        && error.code().equals(code))
                .findFirst();
    }

    private Optional<Exit> subscriber(Fact.MessageSent message) {
        return exits().filter(
                        exit -> exit.event().trigger() instanceof Trigger.Message wanted && isMeant(wanted, message))
                .findFirst();
    }

    private Optional<FlowNode> eventSubProcess(Fact.MessageSent message) {
        return endedAt != null
                        || tokens.isEmpty()
                        || tokens.stream().anyMatch(token -> token.node.kind() == Kind.EVENT_SUB_PROCESS)
                ? Optional.empty()
                : graph.eventSubProcesses().stream()
                        .filter(scope -> graph.startWithin(scope).trigger() instanceof Trigger.Message wanted
                                && isMeant(wanted, message))
                        .findFirst();
    }

    private boolean isMeant(Trigger.Message wanted, Fact.MessageSent message) {
        return wanted.name().equals(message.name())
                && message.key().equals(wanted.key().evaluate(variables));
    }

    /** Every event that a token waits for, the innermost tokens first. */
    private Stream<Exit> exits() {
        return List.copyOf(tokens).reversed().stream()
                .flatMap(token -> exitsOf(token.node).map(event -> new Exit(token, event)));
    }

    private Stream<FlowNode> exitsOf(FlowNode node) {
        Stream<FlowNode> own = switch (node.kind()) {
            case EVENT_GATEWAY -> graph.eventsAfter(node).stream();
            case USER_TASK, RECEIVE_TASK, CATCH_EVENT, CALL_ACTIVITY -> Stream.of(node);
            default -> Stream.empty();
        };
        return Stream.concat(
                own,
                graph.boundaryEvents(node).stream().filter(event -> !(event.trigger() instanceof Trigger.Refusal)));
    }

    // what nobody told

    /** Finds out how it came to that place: by an event that nobody told of, or that came otherwise than assumed. */
    private Optional<Token> explain(Predicate<FlowNode> target, Instant at) {
        Optional<Exit> flow = exits().filter(exit -> leadsTo(exit.event(), target))
                .min(Comparator.comparingInt(exit -> unlikely(exit.event())));
        if (flow.isPresent()) {
            Exit exit = flow.get();
            if (exit.event().trigger() instanceof Trigger.Message message
                    && message.key().evaluate(variables) instanceof String key) {
                expected.add(message.name() + ' ' + key);
            }
            take(exit, at);
            return arriveAt(target, at);
        }
        for (FlowNode scope : tokens.isEmpty() ? List.<FlowNode>of() : graph.eventSubProcesses()) {
            if (leadsTo(graph.startWithin(scope), target)) {
                if (graph.startWithin(scope).trigger() instanceof Trigger.Message message
                        && message.key().evaluate(variables) instanceof String key) {
                    expected.add(message.name() + ' ' + key);
                }
                interruptAll(scope, at);
                return arriveAt(target, at);
            }
        }
        for (Token assumed : List.copyOf(tokens)) {
            if (assumed.assumption != null
                    && exitsOf(assumed.assumption.from().node)
                            .anyMatch(event -> event.interrupting() && leadsTo(event, target))) {
                tokens.remove(assumed);
                return arriveAt(target, at);
            }
        }
        return Optional.empty();
    }

    /** Where it is now, or where it must be when a gateway could not be followed for want of a variable. */
    private Optional<Token> arriveAt(Predicate<FlowNode> target, Instant at) {
        Optional<Token> there =
                tokens.stream().filter(token -> target.test(token.node)).findFirst();
        if (there.isPresent()) {
            return there;
        }
        List<FlowNode> nodes = graph.nodes().stream().filter(target).toList();
        endedAt = null;
        tokens.removeIf(token -> token.since.equals(at) && token.node.kind() != Kind.SUB_PROCESS);
        return Optional.of(node(nodes.getFirst(), at));
    }

    /** Tasklist and messages come before timers, which would have fired already, and what ends a wait before what does not. */
    private static int unlikely(FlowNode event) {
        if (!(event.trigger() instanceof Trigger.Timer)) {
            return 0;
        }
        return event.interrupting() ? 1 : 2;
    }

    /** Whether a token that goes on from there can come to rest at such a place. */
    private boolean leadsTo(FlowNode from, Predicate<FlowNode> target) {
        Set<String> seen = new HashSet<>();
        List<FlowNode> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            FlowNode node = open.removeLast();
            for (FlowNode next : nextOf(node)) {
                if (seen.add(next.id())) {
                    if (target.test(next)) {
                        return true;
                    }
                    if (!next.waits() || next.kind() == Kind.SUB_PROCESS) {
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }

    private List<FlowNode> nextOf(FlowNode node) {
        if (node.kind() == Kind.SUB_PROCESS) {
            return List.of(graph.startWithin(node));
        }
        if (node.kind() == Kind.THROW_EVENT && node.trigger() instanceof Trigger.Link link) {
            return List.of(graph.linkTarget(link.name()));
        }
        return node.flows().stream().map(flow -> graph.get(flow.to())).toList();
    }

    private void dismiss(Token unconfirmed) {
        tokens.remove(unconfirmed);
        Assumption assumed = Objects.requireNonNull(unconfirmed.assumption);
        assumed.visits().forEach(visits::remove);
        assumed.flows().forEach(flow -> flows.computeIfPresent(flow, (id, times) -> times == 1 ? null : times - 1));
        dismissed.add(unconfirmed);
    }

    private Optional<Token> takeBack(FlowNode node) {
        Optional<Token> back =
                dismissed.stream().filter(token -> token.node.equals(node)).findFirst();
        back.ifPresent(token -> {
            dismissed.remove(token);
            Assumption assumed = Objects.requireNonNull(token.assumption);
            visits.addAll(assumed.visits());
            assumed.flows().forEach(flow -> flows.merge(flow, 1, Integer::sum));
            tokens.add(token);
            endedAt = null;
        });
        return back;
    }

    private Token guess(FlowNode node, Instant at) {
        whole = false;
        endedAt = null;
        List<Token> leaves = tokens.stream()
                .filter(token -> token.node.kind() != Kind.SUB_PROCESS)
                .toList();
        boolean beside = graph.nodes().stream()
                .anyMatch(event -> event.host() != null && !event.interrupting() && leadsTo(event, node::equals));
        if (leaves.size() == 1 && !beside) {
            List.copyOf(tokens).forEach(token -> leave(token, at, false));
        }
        return node(node, at);
    }

    private Token node(FlowNode node, Instant at) {
        Token scope = null;
        if (node.within() != null) {
            FlowNode around = graph.get(node.within());
            scope = tokenAt(around).orElse(null);
            if (scope == null) {
                scope = new Token(around, at, null, null);
                tokens.add(scope);
            }
        }
        Token token = new Token(node, at, scope, null);
        tokens.add(token);
        return token;
    }
}
