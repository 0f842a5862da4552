package io.rocketbots.onboarding.configuration;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one setting.
 *
 * @param property its name
 * @param value as it is set, for people to read; null when it is not set or must not be shown
 * @param why a sentence that goes on after name and value
 * @param remedy a sentence that says what to set
 */
public record SettingFault(String property, @Nullable String value, String why, String remedy) {

    static SettingFault missing(String property, String what) {
        return new SettingFault(property, null, "is not set.", toSet(property, what));
    }

    /** The remedy in most cases, with both ways to write the name. */
    public static String toSet(String property, String what) {
        return "Set " + property + " (" + Setting.inEnvironment(property) + " in the environment) to " + what + ".";
    }

    String description() {
        return property + (value == null ? " " : " = " + value + " ") + why;
    }
}
