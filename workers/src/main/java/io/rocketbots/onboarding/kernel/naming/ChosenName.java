package io.rocketbots.onboarding.kernel.naming;

import com.google.common.net.InternetDomainName;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for every name that somebody outside the team chooses. It reaches people who know neither its owner nor this
 * platform, so it holds nothing that cannot be seen, leads nowhere and is not taken for the supplier's. How long it may be
 * is for each kind of name to say, and to be looked at first; what is done here takes time in proportion to the length.
 */
public final class ChosenName {

    /** What whoever typed a name with {@linkplain #hasInvisible invisible characters} is told. */
    public static final String NO_INVISIBLE = "Leave out line breaks and other invisible characters.";

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int VIRAMA = 9;

    private static final int LONGEST_HOST = 253;

    /** Ends of names that no registry gives out, and that lead somewhere all the same in some networks (RFC 6761). */
    private static final Set<String> SPECIAL = Set.of("example", "invalid", "local", "localhost", "onion", "test");

    private ChosenName() {}

    /**
     * The name in its one way of writing: composed (NFC), no blanks around it, one where several are. Line breaks and tabs
     * are no blanks here; they stay, to be refused.
     */
    public static String tidied(String typed) {
        StringBuilder tidied = new StringBuilder();
        boolean blank = false;
        for (int c : COMPOSED.normalize(typed).codePoints().toArray()) {
            if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                blank = true;
                continue;
            }
            if (blank && !tidied.isEmpty()) {
                tidied.append(' ');
            }
            blank = false;
            tidied.appendCodePoint(c);
        }
        return tidied.toString();
    }

    /** What is wrong with the name of a company, a platform or a Space, in a sentence for the one who typed it. */
    public static Optional<String> fault(String name) {
        if (hasInvisible(name)) {
            return Optional.of(NO_INVISIBLE);
        }
        if (leadsSomewhere(name)) {
            return Optional.of("Leave out web addresses.");
        }
        if (Supplier.isReadIn(name)) {
            return Optional.of("Choose another name: this one looks like the name of the platform provider.");
        }
        return Optional.empty();
    }

    /** The same for the name of a person, who is not called like a host, as companies may be. */
    public static Optional<String> faultOfPerson(String name) {
        return fault(name)
                .or(() -> namesAHost(name)
                        ? Optional.of("Leave out web addresses, and write a space behind a dot.")
                        : Optional.empty());
    }

    /**
     * Whether it holds a character that nobody sees: controls, marks without width, those that turn the direction, fillers
     * and what is not assigned. Joiners count only where they change nothing (RFC 5892, appendix A.1 and A.2), outside of
     * the scripts that need them and of emoji.
     */
    public static boolean hasInvisible(String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int before = i == 0 ? 0 : characters[i - 1];
            int after = i + 1 == characters.length ? 0 : characters[i + 1];
            if (isInvisible(characters[i]) && !isNeeded(before, characters[i], after)) {
                return true;
            }
        }
        return false;
    }

    /** The text without those characters, for what comes in large numbers out of files. */
    public static String withoutInvisible(String text) {
        if (!hasInvisible(text)) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            int before = i == 0 ? 0 : characters[i - 1];
            int after = i + 1 == characters.length ? 0 : characters[i + 1];
            if (!isInvisible(characters[i]) || isNeeded(before, characters[i], after)) {
                visible.appendCodePoint(characters[i]);
            }
        }
        return visible.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean isNeeded(int before, int mark, int after) {
        return switch (mark) {
            case ZERO_WIDTH_NON_JOINER ->
                UCharacter.getCombiningClass(before) == VIRAMA
                        || (joins(before, UCharacter.JoiningType.LEFT_JOINING)
                                && joins(after, UCharacter.JoiningType.RIGHT_JOINING));
            case ZERO_WIDTH_JOINER ->
                UCharacter.getCombiningClass(before) == VIRAMA
                        || ((before == EMOJI_STYLE || Character.isEmoji(before))
                                && Character.isExtendedPictographic(after));
            case EMOJI_STYLE -> Character.isEmoji(before);
            default -> false;
        };
    }

    private static boolean joins(int c, int side) {
        int type = UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
        return type == side || type == UCharacter.JoiningType.DUAL_JOINING;
    }

    /** Whether it holds an address that mail programs make a link of, other than the bare name of a host. */
    private static boolean leadsSomewhere(String name) {
        String plain = " " + plain(name);
        if (plain.contains("://") || plain.contains("mailto:")) {
            return true;
        }
        for (int i = 1; i < plain.length(); i++) {
            boolean leads = switch (plain.charAt(i)) {
                case 'w' -> plain.startsWith("www.", i) && isBetweenWords(plain.charAt(i - 1));
                case '/' -> isHost(wordBefore(plain, i));
                case '@' -> isHost(wordBehind(plain, i));
                default -> false;
            };
            if (leads) {
                return true;
            }
        }
        return false;
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start <= LONGEST_HOST && !isBetweenWords(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static String wordBehind(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_HOST && !isBetweenWords(text.charAt(end))) {
            end++;
        }
        return text.substring(at + 1, end);
    }

    private static boolean isBetweenWords(char c) {
        return !(Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '.' || c == '-');
    }

    /** Whether one of its words is the name of a host on the internet. */
    private static boolean namesAHost(String name) {
        String plain = plain(name) + " ";
        int start = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (isBetweenWords(plain.charAt(i))) {
                if (isHost(plain.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isHost(String word) {
        if (word.length() > LONGEST_HOST || word.indexOf('.') <= 0 || !InternetDomainName.isValid(word)) {
            return false;
        }
        InternetDomainName name = InternetDomainName.from(word);
        return name.isUnderPublicSuffix() || SPECIAL.contains(name.parts().getLast());
    }

    private static String plain(String name) {
        return COMPATIBLE.normalize(name).toLowerCase(Locale.ROOT).replace('\u3002', '.');
    }
}
