package io.rocketbots.onboarding.architecture.bad.alpha;

import java.util.stream.Stream;

/** Breaks: what people typed is not matched with the regular expressions of Java, also not behind a method of String. */
final class MatchesForEver {

    private MatchesForEver() {}

    static Stream<String[]> words(Stream<String> typed) {
        return typed.filter(text -> text.matches("(a+)+")).map(text -> text.split(" +"));
    }
}
