package io.rocketbots.onboarding.process;

/** The user tasks of all models: each has a form of its own and a message by which the console decides. */
public enum TaskKind {
    REVIEW("review", "Task_ReviewApplication", "review-application", MessageTypes.REVIEW_DECIDED),
    DUPLICATE_ACCOUNT(
            "duplicate-account",
            "Task_ResolveDuplicateAccount",
            "resolve-duplicate-account",
            MessageTypes.DUPLICATE_ACCOUNT_RESOLVED),
    INTRODUCTION("introduction", "Task_IntroduceYourself", "introduce-yourself", MessageTypes.INTRODUCTION_MADE),
    CALL("call", "Task_CallReseller", "call-reseller", MessageTypes.CALL_DECIDED),
    DOMAIN_HELP("domain-help", "Task_HelpWithDomain", "help-with-domain", MessageTypes.DOMAIN_HELP_DECIDED),
    OFFBOARDING("offboarding", "Task_ConfirmOffboarding", "confirm-offboarding", MessageTypes.OFFBOARDING_CONFIRMED);

    private final String id;
    private final String elementId;
    private final String formId;
    private final MessageType<Variables.Nothing> decidedMessage;

    TaskKind(String id, String elementId, String formId, MessageType<Variables.Nothing> decidedMessage) {
        this.id = id;
        this.elementId = elementId;
        this.formId = formId;
        this.decidedMessage = decidedMessage;
    }

    /** The value of the variable {@code taskKind}. */
    public String id() {
        return id;
    }

    /** The user task in its model. */
    public String elementId() {
        return elementId;
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
