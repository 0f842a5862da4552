package io.rocketbots.onboarding.kernel.naming;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose product this is, and which other names could be taken for that name. */
public final class Supplier {

    public static final String NAME = "Rocketbots";

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKDInstance();
    private static final SpoofChecker CONFUSABLE =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Digits and signs that people write instead of letters, which the confusables of Unicode do not know. */
    private static final Map<Integer, String> WRITTEN_FOR =
            Map.of((int) '3', "e", (int) '5', "s", (int) '$', "s", (int) '7', "t", (int) '8', "b", (int) '+', "t");

    private static final String SOUGHT = skeleton(UCharacter.toLowerCase(ULocale.ROOT, NAME));

    private Supplier() {}

    /**
     * Whether people could read the supplier's name in it: letters of other scripts that look the same (Unicode Technical
     * Standard 39, section 4), other styles of the same letters, accents, digits for letters, and anything between the
     * letters that is neither letter nor digit. It takes time in proportion to the length.
     */
    public static boolean isReadIn(String name) {
        // How much of the sought skeleton the characters before may have been, for every place where it may begin.
        Set<Integer> begun = Set.of();
        for (int c : name.codePoints().toArray()) {
            Set<String> readings = readings(c);
            if (readings.isEmpty()) {
                continue;
            }
            Set<Integer> further = new HashSet<>();
            for (String reading : readings) {
                Stream.concat(Stream.of(0), begun.stream())
                        .filter(length -> SOUGHT.startsWith(reading, length))
                        .forEach(length -> further.add(length + reading.length()));
            }
            if (further.contains(SOUGHT.length())) {
                return true;
            }
            begun = further;
        }
        return false;
    }

    /** What a character looks like, also when it is a small or capital one drawn in the other's size; empty for none. */
    private static Set<String> readings(int c) {
        String written = UCharacter.toString(c);
        return Stream.of(written, COMPATIBLE.normalize(written), WRITTEN_FOR.getOrDefault(c, ""))
                .flatMap(look -> Stream.of(
                        look, UCharacter.toLowerCase(ULocale.ROOT, look), UCharacter.toUpperCase(ULocale.ROOT, look)))
                .distinct()
                .map(Supplier::skeleton)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String skeleton(String text) {
        return UCharacter.toLowerCase(ULocale.ROOT, CONFUSABLE.getSkeleton(text))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
