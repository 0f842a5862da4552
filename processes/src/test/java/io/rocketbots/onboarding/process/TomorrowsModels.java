package io.rocketbots.onboarding.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models as a next release might bring them: the present ones with one more element before every end event of a process. */
final class TomorrowsModels {

    private static final Pattern END = Pattern.compile(
            "(?s)(<bpmn:endEvent id=\"(EndEvent_[^\"]+)\"[^>]*>)((?:\\s*<bpmn:documentation>.*?</bpmn:documentation>)?)"
                    + "((?:\\s*<bpmn:incoming>[^<]+</bpmn:incoming>)+)");

    private TomorrowsModels() {}

    /** Every case that ends comes by here. */
    static String addedBefore(String endEvent) {
        return endEvent.replace("EndEvent_", "Task_NewBefore");
    }

    static Map<String, byte[]> resources() {
        return changed(EmbeddedEngine.resources());
    }

    /** A release with its own forms' present versions. */
    static Map<String, byte[]> released(String release) {
        Map<String, byte[]> resources = new LinkedHashMap<>(EmbeddedEngine.resources());
        for (Path model : ModelFiles.released(release)) {
            resources.put(model.getFileName().toString(), ModelFiles.bytes(model));
        }
        return resources;
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> resources) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        resources.forEach(
                (name, content) -> changed.put(name, name.endsWith(".bpmn") ? withOneMore(content) : content));
        return changed;
    }

    private static byte[] withOneMore(byte[] content) {
        String model = new String(content, StandardCharsets.UTF_8);
        String led = model.replaceAll(
                "(<bpmn:sequenceFlow [^>]*targetRef=\")EndEvent_([^\"]+)\"", "$1" + addedBefore("EndEvent_") + "$2\"");
        return END.matcher(led)
                .replaceAll(end -> Matcher.quoteReplacement(withTaskBefore(end)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String withTaskBefore(MatchResult end) {
        String id = end.group(2);
        String added = addedBefore(id);
        return """
                <bpmn:task id="%1$s" name="New">%2$s<bpmn:outgoing>Flow_%1$s</bpmn:outgoing></bpmn:task>
                <bpmn:sequenceFlow id="Flow_%1$s" sourceRef="%1$s" targetRef="%3$s" />
                %4$s%5$s<bpmn:incoming>Flow_%1$s</bpmn:incoming>""".formatted(added, end.group(4), id, end.group(1), end.group(3));
    }
}
