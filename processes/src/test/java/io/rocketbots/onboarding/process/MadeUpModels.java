package io.rocketbots.onboarding.process;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Models of two releases that never were, made of the present ones: each has one more element before every end event, the
 * older ones another than the newer ones. What both have is what the present models have.
 */
final class MadeUpModels {

    private static final Pattern END = Pattern.compile(
            "(?s)(<bpmn:endEvent id=\"(EndEvent_[^\"]+)\"[^>]*>)((?:\\s*<bpmn:documentation>.*?</bpmn:documentation>)?)"
                    + "((?:\\s*<bpmn:incoming>[^<]+</bpmn:incoming>)+)");

    private MadeUpModels() {}

    /** The models on which cases began. */
    static Map<String, byte[]> older() {
        return withOneMore("Task_OldBefore");
    }

    /** The models to which they are moved. */
    static Map<String, byte[]> newer() {
        return withOneMore("Task_NewBefore");
    }

    /** Every case that ends on the newer models comes by here. */
    static String newBefore(String endEvent) {
        return endEvent.replace("EndEvent_", "Task_NewBefore");
    }

    /** Every case that ends on the older models comes by here. */
    static String oldBefore(String endEvent) {
        return endEvent.replace("EndEvent_", "Task_OldBefore");
    }

    private static Map<String, byte[]> withOneMore(String prefix) {
        Map<String, byte[]> changed = new LinkedHashMap<>(EmbeddedEngine.resources());
        changed.replaceAll((name, content) -> name.endsWith(".bpmn") ? withOneMore(content, prefix) : content);
        return changed;
    }

    private static byte[] withOneMore(byte[] content, String prefix) {
        String model = new String(content, StandardCharsets.UTF_8);
        String led =
                model.replaceAll("(<bpmn:sequenceFlow [^>]*targetRef=\")EndEvent_([^\"]+)\"", "$1" + prefix + "$2\"");
        return END.matcher(led)
                .replaceAll(end -> Matcher.quoteReplacement(withTaskBefore(end, prefix)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String withTaskBefore(MatchResult end, String prefix) {
        String id = end.group(2);
        String added = id.replace("EndEvent_", prefix);
        return """
                <bpmn:task id="%1$s" name="One more">%2$s<bpmn:outgoing>Flow_%1$s</bpmn:outgoing></bpmn:task>
                <bpmn:sequenceFlow id="Flow_%1$s" sourceRef="%1$s" targetRef="%3$s" />
                %4$s%5$s<bpmn:incoming>Flow_%1$s</bpmn:incoming>""".formatted(added, end.group(4), id, end.group(1), end.group(3));
    }
}
