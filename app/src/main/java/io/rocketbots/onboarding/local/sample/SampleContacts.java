package io.rocketbots.onboarding.local.sample;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People who do not exist, in the form in which contacts are imported. */
final class SampleContacts {

    private static final List<String> FIRST_NAMES = List.of(
            "Aiko", "Amara", "Anton", "Bilal", "Camille", "Chidi", "Dagny", "Elif", "Emre", "Fatima", "Greta", "Hugo",
            "Ines", "Jakub", "Kavya", "Lars", "Leonie", "Mateo", "Mila", "Noor", "Oskar", "Paula", "Rafael", "Sanna",
            "Tariq", "Uma", "Viktor", "Wanda", "Yusuf", "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Abara",
            "Brandt",
            "Costa",
            "Demir",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Haddad",
            "Ito",
            "Jansen",
            "Kowalski",
            "Lindqvist",
            "Moreau",
            "Nakamura",
            "Okafor",
            "Petrov",
            "Rossi",
            "Sørensen",
            "Tanaka",
            "Weber");

    private static final CharMatcher LETTER = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));

    private SampleContacts() {}

    /** A file with so many contacts, all of them different. */
    static String csv(int many) {
        return IntStream.range(0, many)
                .mapToObj(SampleContacts::line)
                .collect(Collectors.joining("\n", "first_name,last_name,email,phone\n", "\n"));
    }

    private static String line(int number) {
        String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
        // One further on each round, so that no two have both names in common.
        String last = LAST_NAMES.get((number + number / FIRST_NAMES.size()) % LAST_NAMES.size());
        String email = plain(first) + "." + plain(last) + number + "@mail.example";
        // Numbers that are kept free for films.
        return "%s,%s,%s,+49 30 23125 %03d".formatted(first, last, email, number);
    }

    private static String plain(String name) {
        return LETTER.retainFrom(Normalizer.normalize(name.replace("ø", "o"), Normalizer.Form.NFD))
                .toLowerCase(Locale.ROOT);
    }
}
