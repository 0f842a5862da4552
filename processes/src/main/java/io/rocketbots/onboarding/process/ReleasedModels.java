package io.rocketbots.onboarding.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The models of releases from which instances may still run, kept as they were below {@code release/}: what is in both
 * such a model and the present one can be moved from the one to the other. Start with {@link #plans}.
 */
public final class ReleasedModels {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Newest first. */
    private static final List<String> RELEASES = List.of("1.0.0");

    private static final Map<ProcessId, List<Set<String>>> PLANS = new ConcurrentHashMap<>();

    private ReleasedModels() {}

    public static List<String> releases() {
        return RELEASES;
    }

    /** Where the model of a release lies on the class path. */
    public static String resource(String release, ProcessId process) {
        return "release/" + release + "/" + process.id() + ".bpmn";
    }

    /**
     * The ids to map on themselves when an instance moves to the present model: one plan for each model that it may come
     * from, the present one first. The engine refuses a plan that names something which the instance's own model lacks.
     */
    public static List<Set<String>> plans(ProcessId process) {
        return PLANS.computeIfAbsent(process, ReleasedModels::readPlans);
    }

    private static List<Set<String>> readPlans(ProcessId process) {
        Set<String> present = elements(process.id() + ".bpmn");
        Set<Set<String>> plans = new LinkedHashSet<>();
        plans.add(present);
        for (String release : RELEASES) {
            Set<String> shared = new LinkedHashSet<>(present);
            shared.retainAll(elements(resource(release, process)));
            plans.add(shared);
        }
        return List.copyOf(plans);
    }

    /** What an instance can stand at, and the flows by which it reaches where branches meet. */
    static Set<String> elements(String resource) {
        try (InputStream file = ReleasedModels.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no model " + resource + ".");
            }
            return elements(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(resource + " is not XML.", e);
        }
    }

    private static Set<String> elements(InputStream file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(file);
        Set<String> ids = new LinkedHashSet<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && canBeMapped(reader)) {
                ids.add(reader.getAttributeValue(null, "id"));
            }
        }
        return ids;
    }

    private static boolean canBeMapped(XMLStreamReader reader) {
        return BPMN.equals(reader.getNamespaceURI())
                && reader.getLocalName().matches(".*([tT]ask|Event|Gateway)|callActivity|subProcess|sequenceFlow");
    }
}
