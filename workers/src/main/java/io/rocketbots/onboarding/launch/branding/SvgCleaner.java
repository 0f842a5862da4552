package io.rocketbots.onboarding.launch.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an SVG anew with the elements and attributes that a drawing needs, and nothing else. An allow-list, because
 * every list of what is dangerous has turned out too short. The ready-made Java libraries remove a list of dangerous
 * elements, or only judge; hence this one.
 */
final class SvgCleaner {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_DEPTH = 80;

    /** Of copies; what all of them draw is counted besides. */
    private static final int MAX_COPIES = 200;

    /** Each prefix is looked for among all that are declared. */
    private static final int MAX_NAMESPACES = 200;

    private static final int MAX_STYLE = 100_000;
    /** Rules of style sheets times elements, each of which may be matched by each. */
    private static final long MAX_MATCHES = 10_000_000;

    /** In characters: of names, colors and all others but {@link #LONG_ATTRIBUTES}. */
    private static final int MAX_ATTRIBUTE = 2_000;

    private static final int MAX_STYLE_ATTRIBUTE = 20_000;

    /** Their length is counted as segments. */
    private static final Set<String> LONG_ATTRIBUTES = Set.of("d", "points");

    private static final Set<String> SHAPES =
            Set.of("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text", "use");

    private static final Set<String> ELEMENTS = Stream.concat(
                    SHAPES.stream(),
                    Stream.of(
                            "clipPath",
                            "defs",
                            "feBlend",
                            "feColorMatrix",
                            "feComposite",
                            "feDropShadow",
                            "feFlood",
                            "feGaussianBlur",
                            "feMerge",
                            "feMergeNode",
                            "feOffset",
                            "filter",
                            "g",
                            "linearGradient",
                            "marker",
                            "mask",
                            "pattern",
                            "radialGradient",
                            "stop",
                            "style",
                            "svg",
                            "symbol",
                            "title",
                            "tspan"))
            .collect(Collectors.toUnmodifiableSet());

    /** Dropped with the tags only: what is inside is drawn as if they were not there. */
    private static final Set<String> TRANSPARENT_ELEMENTS = Set.of("a", "switch");

    /** Nothing is lost to the reader without these, so nobody is told. */
    private static final Set<String> HARMLESS_ELEMENTS = Set.of("desc", "metadata");

    private static final Set<String> REFERRING_ELEMENTS =
            Set.of("use", "linearGradient", "radialGradient", "pattern", "filter");

    private static final Set<String> ATTRIBUTES = Stream.concat(
                    SvgStyles.PROPERTIES.stream(),
                    Stream.of(
                            "class",
                            "clipPathUnits",
                            "cx",
                            "cy",
                            "d",
                            "dx",
                            "dy",
                            "filterUnits",
                            "fr",
                            "fx",
                            "fy",
                            "gradientTransform",
                            "gradientUnits",
                            "height",
                            "id",
                            "in",
                            "in2",
                            "k1",
                            "k2",
                            "k3",
                            "k4",
                            "lengthAdjust",
                            "markerHeight",
                            "markerUnits",
                            "markerWidth",
                            "maskContentUnits",
                            "maskUnits",
                            "mode",
                            "offset",
                            "operator",
                            "orient",
                            "pathLength",
                            "patternContentUnits",
                            "patternTransform",
                            "patternUnits",
                            "points",
                            "preserveAspectRatio",
                            "primitiveUnits",
                            "r",
                            "refX",
                            "refY",
                            "result",
                            "rotate",
                            "rx",
                            "ry",
                            "spreadMethod",
                            "stdDeviation",
                            "textLength",
                            "type",
                            "values",
                            "version",
                            "viewBox",
                            "width",
                            "x",
                            "x1",
                            "x2",
                            "y",
                            "y1",
                            "y2"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern LOCAL_REFERENCE = Pattern.compile("#[\\w:.-]+");
    private static final Set<String> DANGEROUS_ATTRIBUTES = Set.of("href", "style", "src");
    private static final Pattern PIXELS = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:px)?\\s*");
    private static final Pattern VIEW_BOX =
            Pattern.compile("\\s*[-+.\\deE]+[\\s,]+[-+.\\deE]+[\\s,]+(\\d*\\.?\\d+)[\\s,]+(\\d*\\.?\\d+)\\s*");

    private final StringWriter clean = new StringWriter();
    private final Set<LogoRemark> remarks = EnumSet.noneOf(LogoRemark.class);

    /** What became of each element that is open: written, or only its tags dropped. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int elements;
    private int copies;
    private int namespaces;
    private int styles;
    private int rules;
    private final SvgWork work = new SvgWork();
    private boolean drawsSomething;
    private double width;
    private double height;

    private SvgCleaner() {}

    static Redrawn clean(byte[] upload) throws UnusableImage {
        return new SvgCleaner().rewritten(upload);
    }

    private Redrawn rewritten(byte[] upload) throws UnusableImage {
        try {
            XMLStreamReader reader = parser().createXMLStreamReader(new ByteArrayInputStream(upload));
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(clean);
            while (reader.hasNext()) {
                rewrite(reader.next(), reader, writer);
            }
            writer.close();
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnusableImage("This SVG cannot be read. It may be damaged: export it again and upload it.", e);
        }
        if ((long) rules * elements > MAX_MATCHES) {
            throw SvgWork.tooComplicated();
        }
        if (!drawsSomething) {
            throw new UnusableImage(
                    remarks.contains(LogoRemark.CLEANED)
                            ? "Without its scripts, links and embedded pictures nothing is left of this SVG. Upload a drawing, or a PNG."
                            : "This SVG draws nothing.");
        }
        String svg = clean.toString();
        SvgPicture picture = work.isDrawable() ? SvgPicture.draw(svg, width, height) : new SvgPicture(Optional.empty());
        return new Redrawn(
                LogoType.SVG,
                svg.getBytes(UTF_8),
                picture.image().map(RasterImages::png),
                (int) Math.max(1, Math.round(width)),
                (int) Math.max(1, Math.round(height)),
                picture.look(),
                remarks);
    }

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read.");
        });
        return factory;
    }

    private void rewrite(int event, XMLStreamReader reader, XMLStreamWriter writer)
            throws XMLStreamException, UnusableImage {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader, writer);
            case XMLStreamConstants.END_ELEMENT -> {
                if (open.pop()) {
                    work.end();
                    writer.writeEndElement();
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!reader.isWhiteSpace()) {
                    work.text(reader.getText());
                    writer.writeCharacters(reader.getText());
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnusableImage("This SVG uses entities of its own. Export it as plain SVG and upload that.");
            // Doctype, comments and processing instructions draw nothing.
            default -> {}
        }
    }

    private void start(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException, UnusableImage {
        String name = reader.getLocalName();
        boolean ofSvg = SVG.equals(reader.getNamespaceURI());
        if (open.isEmpty() && !(ofSvg && name.equals("svg"))) {
            throw new UnusableImage(LogoIntake.notAccepted("This is not an SVG."));
        }
        elements++;
        countNamespaces(reader);
        if (elements > MAX_ELEMENTS || Thread.currentThread().isInterrupted() || open.size() >= MAX_DEPTH) {
            throw SvgWork.tooComplicated();
        }
        if (ofSvg && TRANSPARENT_ELEMENTS.contains(name)) {
            open.push(false);
        } else if (ofSvg && name.equals("style")) {
            writeStyle(reader, writer);
        } else if (ofSvg && ELEMENTS.contains(name)) {
            write(name, reader, writer);
        } else {
            skip(name, ofSvg, reader);
        }
    }

    private void write(String name, XMLStreamReader reader, XMLStreamWriter writer)
            throws XMLStreamException, UnusableImage {
        Map<String, String> attributes = attributes(name, reader);
        boolean outermost = open.isEmpty();
        if (name.equals("use") && ++copies > MAX_COPIES) {
            throw SvgWork.tooComplicated();
        }
        if (outermost) {
            measure(attributes);
        }
        drawsSomething |= SHAPES.contains(name);
        writer.writeStartElement(name);
        if (outermost) {
            writer.writeDefaultNamespace(SVG);
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            writer.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        work.begin(name, attributes);
        open.push(true);
    }

    private void countNamespaces(XMLStreamReader reader) throws UnusableImage {
        namespaces += reader.getNamespaceCount();
        if (namespaces > MAX_NAMESPACES) {
            throw SvgWork.tooComplicated();
        }
    }

    private void writeStyle(XMLStreamReader reader, XMLStreamWriter writer) throws XMLStreamException, UnusableImage {
        String css = reader.getElementText();
        styles += css.length();
        if (styles > MAX_STYLE) {
            throw SvgWork.tooComplicated();
        }
        List<SvgStyles.Rule> kept = SvgStyles.sheet(css);
        rules += kept.size();
        kept.forEach(rule -> work.rule(rule.selector(), rule.declarations()));
        String allowed = kept.stream().map(SvgStyles.Rule::toString).collect(Collectors.joining());
        if (css.contains("@")
                || css.contains("\\")
                || css.toLowerCase(Locale.ROOT).contains("url(")) {
            remarks.add(LogoRemark.CLEANED);
        }
        if (!allowed.isEmpty()) {
            writer.writeStartElement("style");
            writer.writeCharacters(allowed);
            writer.writeEndElement();
        }
    }

    private void skip(String name, boolean ofSvg, XMLStreamReader reader) throws XMLStreamException, UnusableImage {
        if (ofSvg && !HARMLESS_ELEMENTS.contains(name)) {
            remarks.add(LogoRemark.CLEANED);
        }
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                countNamespaces(reader);
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private Map<String, String> attributes(String element, XMLStreamReader reader) throws UnusableImage {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (value.length() > longest(name) && (ATTRIBUTES.contains(name) || name.equals("style"))) {
                throw SvgWork.tooComplicated();
            }
            Optional<String> allowed = allowed(element, reader.getAttributeNamespace(i), name, value);
            allowed.ifPresent(clean -> kept.put(name, clean));
            if (allowed.isEmpty() && (isDangerous(name) || ATTRIBUTES.contains(name))) {
                remarks.add(LogoRemark.CLEANED);
            }
        }
        return kept;
    }

    private static int longest(String attribute) {
        if (attribute.equals("style")) {
            return MAX_STYLE_ATTRIBUTE;
        }
        return LONG_ATTRIBUTES.contains(attribute) ? Integer.MAX_VALUE : MAX_ATTRIBUTE;
    }

    private static Optional<String> allowed(String element, @Nullable String namespace, String name, String value) {
        boolean plain = namespace == null || namespace.isEmpty();
        if (name.equals("href") && (plain || XLINK.equals(namespace))) {
            return value.length() <= MAX_ATTRIBUTE
                            && REFERRING_ELEMENTS.contains(element)
                            && LOCAL_REFERENCE.matcher(value.strip()).matches()
                    ? Optional.of(value.strip())
                    : Optional.empty();
        }
        if (!plain) {
            return Optional.empty();
        }
        if (name.equals("style")) {
            String declarations = SvgStyles.declarations(value);
            return declarations.isEmpty() ? Optional.empty() : Optional.of(declarations);
        }
        return ATTRIBUTES.contains(name) ? SvgStyles.value(value) : Optional.empty();
    }

    private static boolean isDangerous(String attribute) {
        return attribute.startsWith("on") || DANGEROUS_ATTRIBUTES.contains(attribute);
    }

    /** Finds the size, and adds a view box where only the size is given, so that the drawing can be scaled. */
    private void measure(Map<String, String> attributes) throws UnusableImage {
        double wide = pixels(attributes.get("width"));
        double high = pixels(attributes.get("height"));
        if (wide > LogoIntake.MAX_PIXELS_PER_SIDE || high > LogoIntake.MAX_PIXELS_PER_SIDE) {
            throw new UnusableImage(
                    "This image is %.0f x %.0f pixels. At most 4096 x 4096 are accepted.".formatted(wide, high));
        }
        Matcher box = VIEW_BOX.matcher(attributes.getOrDefault("viewBox", ""));
        if (box.matches()) {
            width = Double.parseDouble(box.group(1));
            height = Double.parseDouble(box.group(2));
        } else if (wide > 0 && high > 0) {
            attributes.put("viewBox", "0 0 " + wide + " " + high);
        }
        if (wide > 0 && high > 0) {
            width = wide;
            height = high;
        }
        if (width <= 0 || height <= 0) {
            // What browsers assume for an image that does not say.
            width = 300;
            height = 150;
        }
    }

    private static double pixels(@Nullable String length) {
        Matcher matcher = PIXELS.matcher(length == null ? "" : length);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
