package io.rocketbots.onboarding.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A BPMN file as the lint reads it: the plain XML, with the few questions that its rules ask. */
final class Model {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    private final String name;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, List<Element>> flowsFrom = new HashMap<>();
    private final Map<String, List<Element>> flowsTo = new HashMap<>();
    private final Map<String, Element> drawn = new HashMap<>();

    private Model(String name, Element root) {
        this.name = name;
        collect(root);
        // Indexed once: the lists that a document gives are live and slow to walk.
        for (Element element : elements) {
            if (isIn(element, BPMN)) {
                byId.put(id(element), element);
            }
            if (isIn(element, DIAGRAM) && element.hasAttribute("bpmnElement")) {
                drawn.put(element.getAttribute("bpmnElement"), element);
            }
        }
        for (Element flow : flows()) {
            flowsFrom
                    .computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>())
                    .add(flow);
            flowsTo.computeIfAbsent(flow.getAttribute("targetRef"), id -> new ArrayList<>())
                    .add(flow);
        }
    }

    private void collect(Element element) {
        elements.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner);
            }
        }
    }

    String name() {
        return name;
    }

    static Model read(Path file) {
        return parse(nameOf(file), text(file));
    }

    static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    static Model parse(String name, String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Model(
                    name,
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml)))
                            .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(name + " is not XML.", e);
        }
    }

    Element process() {
        return ofKind("process").getFirst();
    }

    /** Tasks, events, gateways and subprocesses at every level. */
    List<Element> nodes() {
        return elements.stream()
                .filter(e -> isIn(e, BPMN))
                .filter(e -> e.getLocalName().matches(".*([tT]ask|[eE]vent|Gateway|callActivity|subProcess)"))
                .toList();
    }

    List<Element> flows() {
        return ofKind("sequenceFlow");
    }

    List<Element> messages() {
        return ofKind("message");
    }

    List<Element> errors() {
        return ofKind("error");
    }

    List<Element> ofKind(String localName) {
        return all(BPMN, localName);
    }

    /** The element of that id; the whole file when a reference leads nowhere, which the rules then report. */
    Element byId(String id) {
        return byId.getOrDefault(id, elements.getFirst());
    }

    List<Element> flowsFrom(Element node) {
        return flowsFrom.getOrDefault(id(node), List.of());
    }

    List<Element> flowsTo(Element node) {
        return flowsTo.getOrDefault(id(node), List.of());
    }

    List<Element> targets(Element node) {
        return flowsFrom(node).stream()
                .map(flow -> byId(flow.getAttribute("targetRef")))
                .toList();
    }

    List<Element> sources(Element node) {
        return flowsTo(node).stream()
                .map(flow -> byId(flow.getAttribute("sourceRef")))
                .toList();
    }

    List<Element> boundaryEvents(Element host) {
        return ofKind("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(id(host)))
                .toList();
    }

    /** The message that an event or a receive task waits for, or nothing. */
    Optional<Element> messageOf(Element node) {
        if (node.hasAttribute("messageRef")) {
            return Optional.of(byId(node.getAttribute("messageRef")));
        }
        return child(node, BPMN, "messageEventDefinition").map(d -> byId(d.getAttribute("messageRef")));
    }

    /** The shape or the edge of an element. */
    Optional<Element> drawing(Element element) {
        return Optional.ofNullable(drawn.get(id(element)));
    }

    List<Element> all(String namespace, String localName) {
        return elements.stream()
                .filter(e -> isIn(e, namespace) && localName.equals(e.getLocalName()))
                .toList();
    }

    static String id(Element element) {
        return element.getAttribute("id");
    }

    static boolean isInterrupting(Element boundaryEvent) {
        return !boundaryEvent.getAttribute("cancelActivity").equals("false");
    }

    static boolean isEventSubProcess(Element element) {
        return element.getAttribute("triggeredByEvent").equals("true");
    }

    static Optional<String> jobType(Element node) {
        return extension(node, "taskDefinition").map(e -> e.getAttribute("type"));
    }

    static Optional<Element> extension(Element node, String localName) {
        return child(node, BPMN, "extensionElements").flatMap(e -> child(e, ZEEBE, localName));
    }

    static List<Element> mappings(Element node, String inputOrOutput) {
        return extension(node, "ioMapping").stream()
                .flatMap(mapping -> children(mapping, ZEEBE, inputOrOutput).stream())
                .toList();
    }

    static Optional<Element> child(Element parent, String namespace, String localName) {
        return children(parent, namespace, localName).stream().findFirst();
    }

    static List<Element> children(Element parent, String namespace, String localName) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && isIn(element, namespace)
                    && localName.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    private static boolean isIn(Element element, String namespace) {
        return namespace.equals(element.getNamespaceURI());
    }
}
