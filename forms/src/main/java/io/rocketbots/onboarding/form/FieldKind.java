package io.rocketbots.onboarding.form;

import java.util.Optional;

/** The kinds of components a form may have; reading a form with any other fails. */
public enum FieldKind {
    TEXT_FIELD("textfield", 10_000),
    TEXT_AREA("textarea", 100_000),
    NUMBER("number"),
    SELECT("select"),
    RADIO("radio"),
    CHECKBOX("checkbox"),
    CHECKLIST("checklist"),
    DATE("datetime"),
    TEXT("text"),
    SEPARATOR("separator"),
    SPACER("spacer");

    private static final int LONGEST_CHOICE_OR_NUMBER = 1_000;

    private final String type;
    private final int longest;

    FieldKind(String type) {
        this(type, LONGEST_CHOICE_OR_NUMBER);
    }

    FieldKind(String type, int longest) {
        this.type = type;
        this.longest = longest;
    }

    /** The word for it in the form's JSON. */
    public String type() {
        return type;
    }

    /** How many characters are looked at, at most, of one answer, whatever the form allows. */
    int longest() {
        return longest;
    }

    /** Whether people answer it; the others only show something. */
    public boolean asks() {
        return this != TEXT && this != SEPARATOR && this != SPACER;
    }

    /** Whether it is answered by choosing among options. */
    public boolean choosesFromOptions() {
        return this == SELECT || this == RADIO || this == CHECKLIST;
    }

    static Optional<FieldKind> ofType(String type) {
        for (FieldKind kind : values()) {
            if (kind.type.equals(type)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
