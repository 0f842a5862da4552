package io.rocketbots.onboarding.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of an {@code .env}, put into a Compose file as Docker does it. */
public record Variables(Map<String, String> all) {

    private static final Pattern LINE = Pattern.compile("(?m)^([A-Z_]+)=(\"?)(.*)\\2$");
    private static final Pattern USE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:[-?])([^}]*))?}");

    /** Reads what stands in that file. */
    public static Variables of(Path file) {
        try {
            Map<String, String> all = new LinkedHashMap<>();
            LINE.matcher(Files.readString(file)).results().forEach(line -> all.put(line.group(1), line.group(3)));
            return new Variables(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with each variable replaced by its value; one that is needed and empty fails. */
    public String in(String text) {
        return USE.matcher(text).replaceAll((MatchResult use) -> Matcher.quoteReplacement(value(use)));
    }

    private String value(MatchResult use) {
        String value = all.getOrDefault(use.group(1), "");
        if (value.isEmpty() && ":?".equals(use.group(2))) {
            throw new IllegalStateException(use.group(1) + ": " + use.group(3));
        }
        return value.isEmpty() ? Optional.ofNullable(use.group(3)).orElse("") : value;
    }
}
