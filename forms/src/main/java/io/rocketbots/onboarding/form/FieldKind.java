package io.rocketbots.onboarding.form;

import java.util.Optional;

/** The kinds of components a form may have; reading a form with any other fails. */
public enum FieldKind {
    TEXT_FIELD("textfield"),
    TEXT_AREA("textarea"),
    NUMBER("number"),
    SELECT("select"),
    RADIO("radio"),
    CHECKBOX("checkbox"),
    CHECKLIST("checklist"),
    DATE("datetime"),
    TEXT("text"),
    SEPARATOR("separator"),
    SPACER("spacer");

    private final String type;

    FieldKind(String type) {
        this.type = type;
    }

    /** The word for it in the form's JSON. */
    public String type() {
        return type;
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
