package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How much a request may bring, by its address; the first line that fits counts. A line is a few times what the form at
 * that address takes, so that a field that is too long still gets its message on the page; the rest is refused unread.
 * What a request line and its headers may have in all is Tomcat's to keep, see {@code application.yaml}.
 */
@Component
public class RequestBounds {

    /** More than any form of ours has, with all its scopes and modules ticked. */
    static final int MOST_PARAMETERS = 200;

    static final int LONGEST_NAME = 100;

    private static final DataSize SMALL = DataSize.ofKilobytes(64);
    private static final DataSize TEXTS = DataSize.ofKilobytes(256);

    /** A password of 256 characters that are two each, and room to say that it is too long. */
    private static final int LONGEST_OF_STRANGERS = 4_000;

    private static final int LONGEST = 10_000;

    /** A list of addresses to invite has 20,000 characters, and a browser sends two for the end of a line. */
    private static final int LONGEST_LIST = 41_000;

    private final List<Line> table;

    RequestBounds(MultipartProperties uploads) {
        this.table = List.of(
                // The picture itself is the body: the 2 MB that a logo may have, and a little to see that it has more.
                line("/api/v1/appearance/logos/{kind}", DataSize.ofKilobytes(2112))
                        .ofPrograms(),
                line("/api/**", SMALL).ofPrograms(),
                line("/sign-in", SMALL).values(LONGEST_OF_STRANGERS),
                line("/sign-out", SMALL).values(LONGEST_OF_STRANGERS),
                line("/forgot-password", SMALL).values(LONGEST_OF_STRANGERS),
                line("/reset-password/**", SMALL).values(LONGEST_OF_STRANGERS),
                line("/activate/**", SMALL).values(LONGEST_OF_STRANGERS),
                line("/invitations/**", SMALL).values(LONGEST_OF_STRANGERS),
                // Text areas of up to 5,000 characters, each of which may take 9 bytes on its way.
                line("/reseller-program/apply", DataSize.ofKilobytes(128)),
                line("/applications/**", DataSize.ofKilobytes(128)),
                line("/spaces/{space}/contacts/imports", SMALL).peopleUpload(uploads.getMaxRequestSize()),
                // Three logos of 2 MB, or a photo that its field can be told of as too large.
                line("/reseller/appearance", SMALL).peopleUpload(DataSize.ofMegabytes(16)),
                line("/reseller/**", SMALL).peopleSend(TEXTS).values(LONGEST_LIST),
                line("/spaces/**", SMALL).peopleSend(TEXTS).values(LONGEST_LIST),
                line("/team/**", SMALL).peopleSend(TEXTS),
                line("/**", SMALL));
    }

    /**
     * One line of the table.
     *
     * @param strangers the largest body from anybody
     * @param people the largest body from somebody who is signed in
     * @param uploads whether more than from strangers is taken as an upload of files only, which is kept on disk
     * @param program whether programs call it, which send no forms
     * @param longestValue of a parameter, in characters
     */
    private record Line(
            PathPattern path, DataSize strangers, DataSize people, boolean uploads, boolean program, int longestValue) {

        Line peopleSend(DataSize size) {
            return new Line(path, strangers, size, uploads, program, longestValue);
        }

        Line peopleUpload(DataSize size) {
            return new Line(path, strangers, size, true, program, longestValue);
        }

        Line ofPrograms() {
            return new Line(path, strangers, people, uploads, true, longestValue);
        }

        Line values(int longest) {
            return new Line(path, strangers, people, uploads, program, longest);
        }

        DataSize largest(HttpServletRequest request, boolean stranger) {
            return stranger || (uploads && !isMultipart(request)) ? strangers : people;
        }
    }

    private static Line line(String pattern, DataSize strangers) {
        return new Line(PathPatternParser.defaultInstance.parse(pattern), strangers, strangers, false, false, LONGEST);
    }

    /** In bytes, from somebody who may be signed in. */
    long largestBody(HttpServletRequest request) {
        return of(request).largest(request, false).toBytes();
    }

    /** Whether nobody but people who are signed in may send that much. */
    boolean isForPeople(HttpServletRequest request) {
        return request.getContentLengthLong()
                > of(request).largest(request, true).toBytes();
    }

    /** Whether the address takes no forms, but what a program sends. */
    boolean isForPrograms(HttpServletRequest request) {
        return of(request).program();
    }

    static boolean isMultipart(HttpServletRequest request) {
        return hasType(request, "multipart/");
    }

    static boolean isForm(HttpServletRequest request) {
        return isMultipart(request) || hasType(request, "application/x-www-form-urlencoded");
    }

    private static boolean hasType(HttpServletRequest request, String type) {
        String sent = request.getContentType();
        return sent != null && sent.toLowerCase(Locale.ROOT).startsWith(type);
    }

    /**
     * The status that refuses the request's parameters: too many, or one with a name or value too long. Reads the body of
     * a form, whose size has been looked at.
     */
    Optional<Integer> refusedParameters(HttpServletRequest request) {
        Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (IllegalStateException refusedByTomcat) {
            // Too many, or written as no browser writes them.
            return Optional.of(HttpServletResponse.SC_BAD_REQUEST);
        }
        int longest = of(request).longestValue();
        boolean tooMany =
                parameters.values().stream().mapToInt(values -> values.length).sum() > MOST_PARAMETERS;
        if (tooMany || parameters.keySet().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            return Optional.of(HttpServletResponse.SC_BAD_REQUEST);
        }
        return parameters.values().stream().flatMap(Stream::of).anyMatch(value -> value.length() > longest)
                ? Optional.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : Optional.empty();
    }

    /** Read as the dispatcher reads it, so that nothing slips through as {@code /%73ign-in}. */
    private Line of(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return table.stream()
                .filter(line -> line.path().matches(path))
                .findFirst()
                .orElseGet(table::getLast);
    }
}
