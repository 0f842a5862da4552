package io.rocketbots.onboarding.process;

/** The user tasks of all models: each has a form of its own and a message by which the console decides. */
public enum TaskKind {
    REVIEW("review", "review-application", MessageTypes.REVIEW_DECIDED),
    DUPLICATE_ACCOUNT("duplicate-account", "resolve-duplicate-account", MessageTypes.DUPLICATE_ACCOUNT_RESOLVED),
    INTRODUCTION("introduction", "introduce-yourself", MessageTypes.INTRODUCTION_MADE),
    CALL("call", "call-reseller", MessageTypes.CALL_DECIDED),
    DOMAIN_HELP("domain-help", "help-with-domain", MessageTypes.DOMAIN_HELP_DECIDED),
    OFFBOARDING("offboarding", "confirm-offboarding", MessageTypes.OFFBOARDING_CONFIRMED);

    private final String id;
    private final String formId;
    private final MessageType<Variables.Nothing> decidedMessage;

    TaskKind(String id, String formId, MessageType<Variables.Nothing> decidedMessage) {
        this.id = id;
        this.formId = formId;
        this.decidedMessage = decidedMessage;
    }

    /** The value of the variable {@code taskKind}. */
    public String id() {
        return id;
    }

    /** The Camunda form that Tasklist and the console show. */
    public String formId() {
        return formId;
    }

    /** Ends the user task from the console; correlated on {@code <business id>:<round>}. */
    public MessageType<Variables.Nothing> decidedMessage() {
        return decidedMessage;
    }

    public static TaskKind of(String id) {
        for (TaskKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no task kind \"" + id + "\".");
    }
}
