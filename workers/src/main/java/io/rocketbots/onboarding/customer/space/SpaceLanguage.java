package io.rocketbots.onboarding.customer.space;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that a Space can be kept in. The list and its names are those of the Unicode CLDR that come with Java.
 *
 * @param tag its BCP 47 tag
 * @param ownName as those who speak it call it
 */
public record SpaceLanguage(String tag, String ownName, String englishName) {

    private static final List<String> OFTEN_CHOSEN = List.of(
            "en", "es", "zh-Hans", "hi", "ar", "pt", "fr", "de", "ja", "ru", "id", "ko", "it", "tr", "vi", "pl", "nl",
            "th");

    /** Scripts are told apart only where a language is commonly written in several. */
    private static final Stream<String> WITH_SCRIPT =
            Stream.of("zh-Hans", "zh-Hant", "sr-Cyrl", "sr-Latn", "uz-Cyrl", "uz-Latn", "az-Cyrl", "az-Latn");

    private static final Map<String, SpaceLanguage> ALL = Stream.concat(
                    Arrays.stream(Locale.getAvailableLocales())
                            .map(Locale::getLanguage)
                            .filter(language -> !language.isEmpty())
                            .distinct(),
                    WITH_SCRIPT)
            .map(tag -> of(Locale.forLanguageTag(tag)))
            .filter(language -> !language.englishName().equals(language.tag()))
            .collect(Collectors.toMap(SpaceLanguage::tag, Function.identity(), (one, same) -> one));

    private static final List<SpaceLanguage> SORTED = sorted();

    /** Every language, in the order of their own names. */
    public static List<SpaceLanguage> all() {
        return SORTED;
    }

    /** Those that most people look for. */
    public static List<SpaceLanguage> oftenChosen() {
        return OFTEN_CHOSEN.stream().flatMap(tag -> find(tag).stream()).toList();
    }

    /** The language with that tag, in whatever case; empty when it is not in the list. */
    public static Optional<SpaceLanguage> find(String tag) {
        return Optional.ofNullable(ALL.get(Locale.forLanguageTag(tag.strip()).toLanguageTag()));
    }

    /** "Deutsch – German", or one name where both are the same. */
    public String label() {
        return ownName.equalsIgnoreCase(englishName) ? englishName : ownName + " – " + englishName;
    }

    private static SpaceLanguage of(Locale locale) {
        String own = locale.getDisplayName(locale);
        // Many languages write their names small within a text, but not in a list.
        int first = own.codePointAt(0);
        String capitalised = own.substring(0, Character.charCount(first)).toUpperCase(locale)
                + own.substring(Character.charCount(first));
        return new SpaceLanguage(locale.toLanguageTag(), capitalised, locale.getDisplayName(Locale.ENGLISH));
    }

    private static List<SpaceLanguage> sorted() {
        Collator collator = Collator.getInstance(Locale.ROOT);
        return ALL.values().stream()
                .sorted(Comparator.comparing(SpaceLanguage::ownName, collator).thenComparing(SpaceLanguage::tag))
                .toList();
    }
}
