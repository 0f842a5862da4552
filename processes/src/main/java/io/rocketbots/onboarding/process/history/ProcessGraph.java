package io.rocketbots.onboarding.process.history;

import io.rocketbots.onboarding.process.ProcessId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A model as one follows it: where its elements lead, and what each of them waits for. */
public final class ProcessGraph {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final Map<ProcessId, ProcessGraph> CHARTS = readAll();

    private final ProcessId process;
    private final String name;
    private final Map<String, FlowNode> nodes;

    private ProcessGraph(ProcessId process, String name, Map<String, FlowNode> nodes) {
        this.process = process;
        this.name = name;
        this.nodes = nodes;
    }

    /** What kind of element a place is. */
    public enum Kind {
        START,
        END,
        /** A service task: the work of a worker. */
        STEP,
        USER_TASK,
        RECEIVE_TASK,
        /** A business rule task, which the engine does itself. */
        RULE,
        EXCLUSIVE_GATEWAY,
        PARALLEL_GATEWAY,
        EVENT_GATEWAY,
        CATCH_EVENT,
        THROW_EVENT,
        BOUNDARY_EVENT,
        SUB_PROCESS,
        EVENT_SUB_PROCESS,
        CALL_ACTIVITY
    }

    /** What an event is about. */
    sealed interface Trigger {
        record Message(String name, Expression key) implements Trigger {}

        /** At a moment, or after a duration. */
        record Timer(Expression when) implements Trigger {}

        record Refusal(String code) implements Trigger {}

        record Link(String name) implements Trigger {}

        record Terminate() implements Trigger {}
    }

    /** A sequence flow. */
    public record SequenceFlow(
            String id, String to, @Nullable Expression condition) {}

    /**
     * Another process that is called and waited for.
     *
     * @param inputs what it is given, by the names that it knows it by
     * @param outputs what is taken from it at its end, by the names that the caller knows it by
     */
    record Call(String processId, Map<String, Expression> inputs, Map<String, Expression> outputs) {}

    /**
     * One element.
     *
     * @param name as it is written in the diagram; its id where nothing is written
     * @param within the subprocess around it; null at the process itself
     * @param host what a boundary event is attached to
     * @param interrupting whether a boundary event ends its host
     */
    public record FlowNode(
            String id,
            String name,
            Kind kind,
            @Nullable String within,
            @Nullable String jobType,
            @Nullable Trigger trigger,
            @Nullable String host,
            boolean interrupting,
            @Nullable String defaultWay,
            List<SequenceFlow> flows,
            @Nullable Call call) {

        boolean waits() {
            return switch (kind) {
                case STEP, USER_TASK, RECEIVE_TASK, EVENT_GATEWAY, CATCH_EVENT, SUB_PROCESS, CALL_ACTIVITY ->
                    !(trigger instanceof Trigger.Link);
                default -> false;
            };
        }

        /** Whether an instance of that process that was given this may be one that it has called. */
        public boolean calls(ProcessId process, Map<String, @Nullable Object> given) {
            return TokenReplay.calls(this, process.id(), given);
        }

        /** Whether the diagram gives it a name that people read. */
        public boolean isNamed() {
            return !name.equals(id);
        }
    }

    /** The model of a process. */
    public static ProcessGraph of(ProcessId process) {
        return Objects.requireNonNull(CHARTS.get(process));
    }

    public ProcessId process() {
        return process;
    }

    /** What the process is called in its diagram. */
    public String name() {
        return name;
    }

    /** Empty for an element of another version of the model. */
    public Optional<FlowNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public List<FlowNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /**
     * The ids that a migration plan may map: where an instance can be, and the flows by which it reaches where branches
     * meet.
     */
    public Set<String> elementIds() {
        return nodes.values().stream()
                .flatMap(node -> Stream.concat(
                        Stream.of(node.id()), node.flows().stream().map(SequenceFlow::id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    FlowNode get(String id) {
        return node(id).orElseThrow(
                        () -> new IllegalArgumentException("There is no " + id + " in " + process.id() + "."));
    }

    List<FlowNode> boundaryEvents(FlowNode host) {
        return all(node -> host.id().equals(node.host()));
    }

    /** The events of which an event-based gateway takes the first. */
    public List<FlowNode> eventsAfter(FlowNode gateway) {
        return gateway.flows().stream().map(flow -> get(flow.to())).toList();
    }

    /** How it begins: by a message, or without one when another process calls it. */
    FlowNode start(boolean called) {
        List<FlowNode> starts = startsWithin(null);
        return starts.stream()
                .filter(start -> (start.trigger() == null) == called)
                .findFirst()
                .orElseGet(starts::getFirst);
    }

    FlowNode startWithin(FlowNode scope) {
        return startsWithin(scope.id()).getFirst();
    }

    List<FlowNode> eventSubProcesses() {
        return all(node -> node.kind() == Kind.EVENT_SUB_PROCESS);
    }

    FlowNode linkTarget(String link) {
        return all(node -> node.kind() == Kind.CATCH_EVENT
                        && node.trigger() instanceof Trigger.Link target
                        && target.name().equals(link))
                .getFirst();
    }

    FlowNode stepBefore(String id) {
        return all(node -> node.kind() == Kind.STEP
                        && node.flows().stream().anyMatch(flow -> flow.to().equals(id)))
                .getFirst();
    }

    private List<FlowNode> startsWithin(@Nullable String scope) {
        return all(node -> node.kind() == Kind.START && Objects.equals(scope, node.within()));
    }

    private List<FlowNode> all(Predicate<FlowNode> predicate) {
        return nodes.values().stream().filter(predicate).toList();
    }

    // how a model is read

    private static Map<ProcessId, ProcessGraph> readAll() {
        Map<ProcessId, ProcessGraph> graphs = new LinkedHashMap<>();
        for (ProcessId process : ProcessId.values()) {
            graphs.put(process, read(process));
        }
        return graphs;
    }

    private static ProcessGraph read(ProcessId process) {
        String file = "/" + process.id() + ".bpmn";
        try (InputStream model = Objects.requireNonNull(ProcessGraph.class.getResourceAsStream(file), file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Element root = factory.newDocumentBuilder().parse(model).getDocumentElement();
            Element body = children(root, BPMN, "process").findFirst().orElseThrow();
            Map<String, FlowNode> nodes = new LinkedHashMap<>();
            collect(root, body, null, nodes);
            return new ProcessGraph(process, body.getAttribute("name"), nodes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " cannot be read.", e);
        }
    }

    private static void collect(Element root, Element scope, @Nullable String within, Map<String, FlowNode> nodes) {
        children(scope).forEach(element -> {
            Kind kind = kindOf(element);
            if (kind != null) {
                nodes.put(element.getAttribute("id"), node(root, scope, element, kind, within));
                collect(root, element, element.getAttribute("id"), nodes);
            }
        });
    }

    private static @Nullable Kind kindOf(Element element) {
        if (!BPMN.equals(element.getNamespaceURI())) {
            return null;
        }
        return switch (element.getLocalName()) {
            case "startEvent" -> Kind.START;
            case "endEvent" -> Kind.END;
            case "serviceTask" -> Kind.STEP;
            case "userTask" -> Kind.USER_TASK;
            case "receiveTask" -> Kind.RECEIVE_TASK;
            case "businessRuleTask" -> Kind.RULE;
            case "exclusiveGateway" -> Kind.EXCLUSIVE_GATEWAY;
            case "parallelGateway" -> Kind.PARALLEL_GATEWAY;
            case "eventBasedGateway" -> Kind.EVENT_GATEWAY;
            case "intermediateCatchEvent" -> Kind.CATCH_EVENT;
            case "intermediateThrowEvent" -> Kind.THROW_EVENT;
            case "boundaryEvent" -> Kind.BOUNDARY_EVENT;
            case "subProcess" ->
                element.getAttribute("triggeredByEvent").equals("true") ? Kind.EVENT_SUB_PROCESS : Kind.SUB_PROCESS;
            case "callActivity" -> Kind.CALL_ACTIVITY;
            default -> null;
        };
    }

    private static FlowNode node(Element root, Element scope, Element element, Kind kind, @Nullable String within) {
        String id = element.getAttribute("id");
        return new FlowNode(
                id,
                element.hasAttribute("name") ? element.getAttribute("name") : id,
                kind,
                within,
                extension(element, "taskDefinition")
                        .map(task -> task.getAttribute("type"))
                        .orElse(null),
                trigger(root, element),
                attribute(element, "attachedToRef"),
                !element.getAttribute("cancelActivity").equals("false"),
                attribute(element, "default"),
                flows(scope, id),
                extension(element, "calledElement")
                        .map(called -> new Call(
                                called.getAttribute("processId"),
                                mappings(element, "input"),
                                mappings(element, "output")))
                        .orElse(null));
    }

    private static @Nullable Trigger trigger(Element root, Element element) {
        if (element.hasAttribute("messageRef")) {
            return message(root, element.getAttribute("messageRef"));
        }
        for (Element definition : children(element).toList()) {
            switch (definition.getLocalName()) {
                case "messageEventDefinition" -> {
                    return message(root, definition.getAttribute("messageRef"));
                }
                case "timerEventDefinition" -> {
                    return new Trigger.Timer(Expression.of(
                            children(definition).findFirst().orElseThrow().getTextContent()));
                }
                case "errorEventDefinition" -> {
                    return new Trigger.Refusal(
                            byId(root, definition.getAttribute("errorRef")).getAttribute("errorCode"));
                }
                case "linkEventDefinition" -> {
                    return new Trigger.Link(definition.getAttribute("name"));
                }
                case "terminateEventDefinition" -> {
                    return new Trigger.Terminate();
                }
                default -> {
                    // Documentation, flows and the like.
                }
            }
        }
        return null;
    }

    private static Trigger message(Element root, String ref) {
        Element message = byId(root, ref);
        return new Trigger.Message(
                message.getAttribute("name"),
                Expression.of(extension(message, "subscription")
                        .map(subscription -> subscription.getAttribute("correlationKey"))
                        .orElse("=null")));
    }

    private static List<SequenceFlow> flows(Element scope, String from) {
        return children(scope, BPMN, "sequenceFlow")
                .filter(flow -> flow.getAttribute("sourceRef").equals(from))
                .map(flow -> new SequenceFlow(
                        flow.getAttribute("id"),
                        flow.getAttribute("targetRef"),
                        children(flow, BPMN, "conditionExpression")
                                .findFirst()
                                .map(condition -> Expression.of(condition.getTextContent()))
                                .orElse(null)))
                .toList();
    }

    private static Map<String, Expression> mappings(Element element, String direction) {
        Map<String, Expression> mappings = new LinkedHashMap<>();
        extension(element, "ioMapping").stream()
                .flatMap(mapping -> children(mapping, ZEEBE, direction))
                .forEach(one -> mappings.put(one.getAttribute("target"), Expression.of(one.getAttribute("source"))));
        return mappings;
    }

    private static Element byId(Element root, String id) {
        return children(root)
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Element> extension(Element element, String localName) {
        return children(element, BPMN, "extensionElements")
                .flatMap(extensions -> children(extensions, ZEEBE, localName))
                .findFirst();
    }

    private static @Nullable String attribute(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private static Stream<Element> children(Element parent, String namespace, String localName) {
        return children(parent)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && localName.equals(child.getLocalName()));
    }

    private static Stream<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
