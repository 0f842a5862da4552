package io.rocketbots.onboarding.process;

import static io.rocketbots.onboarding.process.Model.id;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Says where a case of a released model may stand that the present model does not have any more: the engine moves a case
 * only to an element with the same id, of the same kind, in the same subprocess and on the same host, with the messages
 * it listens to and the jobs it has made.
 */
final class ReleasedWaits {

    private static final List<String> EVENTS =
            List.of("messageEventDefinition", "timerEventDefinition", "errorEventDefinition", "linkEventDefinition");

    private final Model released;
    private final Model present;

    ReleasedWaits(Model released, Model present) {
        this.released = released;
        this.present = present;
    }

    List<String> faults() {
        return waits().flatMap(this::faults).toList();
    }

    /** Whatever holds a case for a while, or listens while something else does. */
    private Stream<Element> waits() {
        return released.nodes().stream().filter(node -> switch (node.getLocalName()) {
            case "exclusiveGateway", "endEvent", "intermediateThrowEvent" -> false;
            case "startEvent" -> Model.isEventSubProcess(surrounding(node));
            default -> true;
        });
    }

    private Stream<String> faults(Element wait) {
        Element now = present.byId(id(wait));
        if (!id(now).equals(id(wait))) {
            return Stream.of(say(wait, "is gone"));
        }
        Stream<String> changes = Stream.of(
                        change("kind", Element::getLocalName, wait, now),
                        change("subprocess", node -> id(surrounding(node)), wait, now),
                        change("host", node -> node.getAttribute("attachedToRef"), wait, now),
                        change("kind of event", ReleasedWaits::event, wait, now))
                .flatMap(change -> change)
                .map(what -> say(wait, "has another " + what));
        return Stream.concat(changes, Stream.concat(message(wait, now), jobType(wait)));
    }

    /** A case that is moved goes on listening to what it listened to. */
    private Stream<String> message(Element wait, Element now) {
        String before =
                released.messageOf(wait).map(it -> it.getAttribute("name")).orElse("");
        String after = present.messageOf(now).map(it -> it.getAttribute("name")).orElse("");
        return before.equals(after) ? Stream.of() : Stream.of(say(wait, "waits for another message"));
    }

    /** A job keeps the type it was made with, and cases that are not moved make more of them. */
    private Stream<String> jobType(Element wait) {
        return Model.jobType(wait)
                .filter(type ->
                        JobTypes.all().stream().noneMatch(known -> known.name().equals(type)))
                .map(type -> say(wait, "makes jobs " + type + ", which nobody works on"))
                .stream();
    }

    private static Stream<String> change(
            String what, Function<Element, String> question, Element before, Element after) {
        return question.apply(before).equals(question.apply(after)) ? Stream.of() : Stream.of(what);
    }

    private static String event(Element node) {
        return EVENTS.stream()
                .filter(kind -> Model.child(node, Model.BPMN, kind).isPresent())
                .findFirst()
                .orElse("");
    }

    private static Element surrounding(Element node) {
        return (Element) node.getParentNode();
    }

    private String say(Element wait, String fault) {
        return "%s of %s %s, and cases of a release may stand there. Keep it as it was, beside what is new, as long as any does."
                .formatted(id(wait), released.name(), fault);
    }
}
