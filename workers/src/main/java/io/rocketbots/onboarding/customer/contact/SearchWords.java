package io.rocketbots.onboarding.customer.contact;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns what people write into what is compared: lower case without accents, as bytes, so that every database and every
 * version of it sorts and finds alike.
 */
final class SearchWords {

    /** As long as a stored word or a search term counts. */
    private static final int LONGEST_WORD = 64;

    private static final int LONGEST_LAST_NAME = 80;
    private static final int LONGEST_FIRST_NAME = 40;
    private static final int MOST_WORDS = 24;
    private static final int MOST_TERMS = 6;

    /** How much of two words stands in a pair: enough to tell most words apart, and what people type at least. */
    private static final int BEGINNING = 3;

    /** Begins every pair and no word. */
    private static final byte PAIR = ' ';

    /** As much as is read of a search or a name. */
    private static final int LONGEST_TEXT = 1_000;

    private static final CharMatcher ACCENTS = CharMatcher.inRange('\u0300', '\u036f');
    private static final Splitter SPACES =
            Splitter.on(CharMatcher.anyOf(" \t\n\u000b\f\r")).omitEmptyStrings();
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./-]*[0-9][0-9 ()./-]*");
    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

    private SearchWords() {}

    /** The place of a contact in the list: last name, then first name. */
    static byte[] sortKey(Contact contact) {
        return joined(
                cut(fold(contact.lastName()), LONGEST_LAST_NAME), cut(fold(contact.firstName()), LONGEST_FIRST_NAME));
    }

    /**
     * What stands in the index for a contact, always with the sort key behind it: each word, and the beginnings of each
     * two words, by which two common words are found that hardly meet.
     */
    static List<byte[]> entries(Contact contact) {
        byte[] sortKey = sortKey(contact);
        List<byte[]> words = words(contact).stream()
                .limit(MOST_WORDS)
                .map(word -> cut(word, LONGEST_WORD))
                .toList();
        return Stream.concat(
                        words.stream().map(word -> joined(word, sortKey)),
                        pairs(words).map(pair -> Bytes.concat(pair, sortKey)))
                .toList();
    }

    private static Stream<byte[]> pairs(List<byte[]> words) {
        return words.stream()
                .flatMap(word -> words.stream().flatMap(other -> pair(word, other).stream()))
                .map(ByteBuffer::wrap)
                .distinct()
                .map(ByteBuffer::array);
    }

    /**
     * How the entries of all contacts begin that have both words, in whatever order they are given; empty when one is too
     * short for that, or is the beginning of the other, which then stands for both. Other contacts may stand there too.
     */
    static Optional<byte[]> pair(byte[] word, byte[] other) {
        if (word.length < BEGINNING || other.length < BEGINNING || begins(word, other) || begins(other, word)) {
            return Optional.empty();
        }
        boolean ordered = Arrays.compareUnsigned(word, other) < 0;
        byte[] first = ordered ? word : other;
        byte[] second = ordered ? other : word;
        return Optional.of(
                Bytes.concat(new byte[] {PAIR}, Arrays.copyOf(first, BEGINNING), Arrays.copyOf(second, BEGINNING)));
    }

    private static boolean begins(byte[] longer, byte[] beginning) {
        return longer.length >= beginning.length
                && Arrays.equals(longer, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** The terms of a search, each a prefix that a word of the contact must have. */
    static List<byte[]> terms(String search) {
        String typed = beginning(search).strip();
        Stream<String> terms = NUMBER.matcher(typed).matches()
                ? Stream.of(digits(typed))
                : SPACES.splitToStream(fold(typed)).map(SearchWords::withoutOuterSigns);
        List<byte[]> all = terms.filter(term -> !term.isEmpty())
                .distinct()
                .limit(MOST_TERMS)
                .map(term -> cut(term, LONGEST_WORD))
                .toList();
        // What has a word that begins with the longer one has the shorter one too.
        return all.stream()
                .filter(term -> all.stream().noneMatch(other -> other.length > term.length && begins(other, term)))
                .toList();
    }

    /** The first entry behind all that begin with the term; no text in UTF-8 has this byte. */
    static byte[] behind(byte[] term) {
        byte[] end = Arrays.copyOf(term, term.length + 1);
        end[term.length] = (byte) 0xff;
        return end;
    }

    /** By what an import knows a contact again. */
    static String identity(ContactDraft draft) {
        if (!draft.email().isEmpty()) {
            return draft.email().toLowerCase(Locale.ROOT);
        }
        String rest = fold(draft.firstName()) + "\n" + fold(draft.lastName()) + "\n" + digits(draft.phone());
        return "#" + Hashing.sha256().hashString(rest, StandardCharsets.UTF_8);
    }

    private static Set<String> words(Contact contact) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(contact.lastName(), contact.firstName())
                .flatMap(name -> SPACES.splitToStream(fold(name)))
                .map(SearchWords::withoutOuterSigns)
                .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(SIGNS.split(word))))
                .forEach(words::add);
        String email = fold(contact.email());
        int at = email.lastIndexOf('@');
        if (at > 0) {
            words.add(email);
            words.add(email.substring(at + 1));
            Arrays.stream(SIGNS.split(email.substring(0, at))).forEach(words::add);
        }
        words.add(digits(contact.phone()));
        words.remove("");
        return words;
    }

    private static String fold(String text) {
        String lower = beginning(text).toLowerCase(Locale.ROOT);
        if (CharMatcher.ascii().matchesAllOf(lower)) {
            return lower;
        }
        String plain = lower.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
        return Normalizer.normalize(
                ACCENTS.removeFrom(Normalizer.normalize(plain, Normalizer.Form.NFKD)), Normalizer.Form.NFC);
    }

    private static String digits(String phone) {
        return DIGIT.retainFrom(phone.startsWith("00") ? phone.substring(2) : phone);
    }

    private static String withoutOuterSigns(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && isSign(word.codePointAt(from))) {
            from += Character.charCount(word.codePointAt(from));
        }
        while (from < to && isSign(word.codePointBefore(to))) {
            to -= Character.charCount(word.codePointBefore(to));
        }
        return word.substring(from, to);
    }

    private static boolean isSign(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> false;
            default -> !Character.isLetter(codePoint);
        };
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static byte[] cut(String text, int longest) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return Bytes.concat(first, new byte[1], second);
    }
}
