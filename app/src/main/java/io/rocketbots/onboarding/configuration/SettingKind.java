package io.rocketbots.onboarding.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.util.unit.DataSize;

/** What may stand in a setting, in words. */
enum SettingKind {
    TEXT(String.class, "text", "a text"),
    NUMBER(int.class, "number", "a whole number"),
    SWITCH(boolean.class, "true or false", "true or false"),
    DURATION(Duration.class, "duration", "a duration, such as 30s, 15m, 12h or 3d"),
    SIZE(DataSize.class, "size", "a size, such as 64MB"),
    ADDRESS(URI.class, "address", "an address, such as https://partners.example"),
    TIME_ZONE(ZoneId.class, "time zone", "a time zone, such as Europe/Berlin"),
    PATH(Path.class, "path", "a path");

    private final Class<?> type;
    private final String word;
    private final String what;

    SettingKind(Class<?> type, String word, String what) {
        this.type = type;
        this.word = word;
        this.what = what;
    }

    static SettingKind of(Class<?> type) {
        for (SettingKind kind : values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Say in SettingKind what a setting of " + type + " may be.");
    }

    /** For a column of a table. */
    String word() {
        return word;
    }

    /** With its article and examples. */
    String what() {
        return what;
    }
}
