package io.rocketbots.onboarding.launch.branding;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what it takes to draw an SVG: not its elements but the shapes and segments that become of them, since what is
 * referred to is drawn anew for each reference. Attributes and style sheets both refer; a sheet's selector is taken to match
 * whatever its last part matches.
 */
final class SvgWork {

    /** Enough for every logo, and drawn in a moment. */
    private static final int MOST_SHAPES = 20_000;

    private static final int MOST_SEGMENTS = 200_000;

    /** Each mask is a picture of its own. */
    private static final int MOST_MASKED = 200;

    /** Shapes and segments in masks, which are drawn where nobody counts how large they are. */
    private static final int MOST_SHAPES_IN_MASKS = 400;

    private static final int MOST_SEGMENTS_IN_MASKS = 5_000;

    /** Outlines are cut by one another in a time that grows with the square of their segments. */
    private static final int MOST_SQUARED_SEGMENTS_IN_CLIPS = 200_000;

    /** Of what is nested and referred to in turn. */
    private static final int DEEPEST = 300;

    private static final int MOST_TEXT = 2_000;
    private static final int MOST_REFERRING_RULES = 500;

    /** Drawn only where something refers to them. */
    private static final Set<String> DEFINITIONS = Set.of(
            "clipPath",
            "defs",
            "filter",
            "linearGradient",
            "marker",
            "mask",
            "pattern",
            "radialGradient",
            "style",
            "symbol",
            "title");

    private static final Set<String> SHAPES =
            Set.of("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text", "tspan", "use");

    /** What a browser makes of a circle or a rounded rectangle. */
    private static final int SEGMENTS_OF_A_SIMPLE_SHAPE = 8;

    /** Of a letter's outline, about. */
    private static final int SEGMENTS_OF_A_LETTER = 30;

    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?#([^'\")\\s]+)");
    private static final CharMatcher COMBINATOR = CharMatcher.anyOf(" \t\r\n>+~");
    private static final Pattern SIMPLE = Pattern.compile("[.#]?[^.#*]+");
    private static final CharMatcher PATH_COMMAND =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z')).and(CharMatcher.noneOf("eE"));

    private final Node root = new Node("", Set.of());
    private final Deque<Node> open = new ArrayDeque<>(List.of(root));
    private final Map<String, Node> byId = new HashMap<>();
    private final List<Node> all = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private int text;

    /** What it takes to draw something; fractional only because it may be more than a long holds. */
    private record Work(
            double shapes,
            double segments,
            double masked,
            double shapesInMasks,
            double segmentsInMasks,
            double squaredInClips) {

        static final Work NONE = new Work(0, 0, 0, 0, 0, 0);

        Work plus(Work other) {
            return new Work(
                    shapes + other.shapes,
                    segments + other.segments,
                    masked + other.masked,
                    shapesInMasks + other.shapesInMasks,
                    segmentsInMasks + other.segmentsInMasks,
                    squaredInClips + other.squaredInClips);
        }

        Work asMask() {
            return new Work(
                    shapes, segments, masked + 1, shapesInMasks + shapes, segmentsInMasks + segments, squaredInClips);
        }

        Work asClip() {
            return new Work(
                    shapes, segments, masked, shapesInMasks, segmentsInMasks, squaredInClips + segments * segments);
        }
    }

    /** A rule of a style sheet that refers to elements: what the last part of its selector names, and the ids. */
    private record Rule(Set<String> names, List<String> ids) {}

    private static final class Node {
        final String element;
        final Set<String> names;
        final List<Node> children = new ArrayList<>();
        final Set<String> references = new HashSet<>();
        double segments;

        @Nullable
        Work work;

        boolean isBeingCounted;

        Node(String element, Set<String> names) {
            this.element = element;
            this.names = names;
        }
    }

    /** An element begins; its attributes are those that are kept. */
    void begin(String element, Map<String, String> attributes) {
        String id = attributes.get("id");
        Set<String> names = new HashSet<>();
        names.add(element);
        if (id != null) {
            names.add("#" + id);
        }
        Splitter.on(CharMatcher.whitespace())
                .omitEmptyStrings()
                .split(attributes.getOrDefault("class", ""))
                .forEach(name -> names.add("." + name));
        Node node = new Node(element, names);
        if (SHAPES.contains(element)) {
            node.segments = Math.max(
                    SEGMENTS_OF_A_SIMPLE_SHAPE,
                    segments(attributes.getOrDefault("d", "")) + segments(attributes.getOrDefault("points", "")));
        }
        attributes.forEach((name, value) -> {
            if (name.equals("href")) {
                node.references.add(value.substring(1));
            } else if (value.contains("url(")) {
                node.references.addAll(urls(value));
            }
        });
        Objects.requireNonNull(open.peek()).children.add(node);
        open.push(node);
        all.add(node);
        if (id != null) {
            byId.putIfAbsent(id, node);
        }
    }

    void end() {
        open.pop();
    }

    void text(String characters) {
        Objects.requireNonNull(open.peek()).segments += (double) SEGMENTS_OF_A_LETTER * characters.length();
        text += characters.length();
    }

    /** A rule of a style sheet, as it is kept. */
    void rule(String selector, String declarations) {
        List<String> ids = urls(declarations);
        if (ids.isEmpty()) {
            return;
        }
        for (String one : Splitter.on(',').trimResults().omitEmptyStrings().split(selector)) {
            String last = one.substring(COMBINATOR.lastIndexIn(one) + 1);
            Set<String> names = new HashSet<>();
            Matcher name = SIMPLE.matcher(last);
            while (name.find()) {
                names.add(name.group());
            }
            rules.add(new Rule(names, ids));
        }
    }

    /**
     * Adds up what the whole drawing takes.
     *
     * @return whether it can be drawn here too, besides in browsers
     * @throws UnusableImage when nobody should be made to draw it
     */
    boolean isDrawable() throws UnusableImage {
        if (rules.size() > MOST_REFERRING_RULES) {
            throw tooComplicated();
        }
        for (Node node : all) {
            for (Rule rule : rules) {
                if (node.names.containsAll(rule.names())) {
                    node.references.addAll(rule.ids());
                }
            }
        }
        Work whole = Work.NONE;
        for (Node child : root.children) {
            whole = whole.plus(work(child, 0));
        }
        if (whole.shapes > MOST_SHAPES || whole.segments > MOST_SEGMENTS) {
            throw tooComplicated();
        }
        return whole.masked <= MOST_MASKED
                && whole.shapesInMasks <= MOST_SHAPES_IN_MASKS
                && whole.segmentsInMasks <= MOST_SEGMENTS_IN_MASKS
                && whole.squaredInClips <= MOST_SQUARED_SEGMENTS_IN_CLIPS
                && text <= MOST_TEXT;
    }

    /** Each node once; the stack is no deeper than the drawing is nested, counting what is referred to. */
    private Work work(Node node, int depth) throws UnusableImage {
        if (node.work != null) {
            return node.work;
        }
        if (depth > DEEPEST) {
            throw tooComplicated();
        }
        if (node.isBeingCounted) {
            throw new UnusableImage(
                    "This SVG uses a part of itself inside that very part. Export it again as plain SVG.");
        }
        node.isBeingCounted = true;
        Work own = SHAPES.contains(node.element)
                ? new Work(1, node.segments, 0, 0, 0, 0)
                : new Work(0, node.segments, 0, 0, 0, 0);
        for (Node child : node.children) {
            Work work = work(child, depth + 1);
            if (!DEFINITIONS.contains(child.element)) {
                own = own.plus(work);
            }
        }
        Work copied = own;
        List<Node> painted = new ArrayList<>();
        for (String id : node.references) {
            Node target = byId.get(id);
            if (target != null && DEFINITIONS.contains(target.element) && !target.element.equals("symbol")) {
                painted.add(target);
            } else if (target != null) {
                copied = copied.plus(work(target, depth + 1));
            }
        }
        node.work = painted(copied, painted, depth);
        node.isBeingCounted = false;
        return node.work;
    }

    /** Patterns and markers reach everything inside, masks and outlines are there once. */
    private Work painted(Work drawn, List<Node> definitions, int depth) throws UnusableImage {
        Work sum = drawn;
        for (Node definition : definitions) {
            Work work = work(definition, depth + 1);
            sum = sum.plus(
                    switch (definition.element) {
                        // The size of what they are laid over is found out by going through it once more.
                        case "mask" -> work.asMask().plus(new Work(drawn.shapes, drawn.segments, 0, 0, 0, 0));
                        case "clipPath" -> work.asClip().plus(new Work(drawn.shapes, drawn.segments, 0, 0, 0, 0));
                        case "marker" -> times(work, drawn.segments);
                        case "pattern" -> times(work, Math.max(1, drawn.shapes));
                        default -> work;
                    });
        }
        return sum;
    }

    private static Work times(Work work, double times) {
        return new Work(
                work.shapes * times,
                work.segments * times,
                work.masked * times,
                work.shapesInMasks * times,
                work.segmentsInMasks * times,
                work.squaredInClips * times);
    }

    private static List<String> urls(String value) {
        List<String> ids = new ArrayList<>();
        Matcher url = URL.matcher(value);
        while (url.find()) {
            ids.add(url.group(1));
        }
        return ids;
    }

    /** At most that many: one for each command, and one for each two numbers, of which some commands take only one. */
    private static double segments(String path) {
        int numbers = 0;
        boolean inNumber = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!inNumber && digit) {
                numbers++;
            }
            inNumber = digit;
        }
        return PATH_COMMAND.countIn(path) + numbers / 2.0;
    }

    static UnusableImage tooComplicated() {
        return new UnusableImage("This SVG is too complicated for a logo. Simplify it, or upload a PNG.");
    }
}
