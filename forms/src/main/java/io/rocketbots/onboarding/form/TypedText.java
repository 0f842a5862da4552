package io.rocketbots.onboarding.form;

/**
 * Cleans what a person typed, in one pass over it, however it was made to be slow. Whoever calls it has looked at the length
 * before.
 */
final class TypedText {

    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NEXT_LINE = '\u0085';

    private TypedText() {}

    /**
     * The text with line feeds only and without blanks around it, also those that {@code strip} keeps: no-break and
     * zero-width space, byte order mark.
     */
    static String tidied(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && isBlank(typed.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(typed.charAt(to - 1))) {
            to--;
        }
        return typed.substring(from, to).replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * Whether it holds control characters, half surrogate pairs, or marks that turn the direction of what follows.
     *
     * @param allowed those of them that may be there
     */
    static boolean hasControls(String text, String allowed) {
        return text.codePoints().anyMatch(c -> isControl(c) && allowed.indexOf(c) < 0);
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** White space as Unicode has it, and the two marks without width. */
    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c)
                || (c >= '\t' && c <= '\r')
                || c == NEXT_LINE
                || c == ZERO_WIDTH_SPACE
                || c == BYTE_ORDER_MARK;
    }
}
