package io.rocketbots.onboarding.web.problem;

import java.util.Arrays;
import java.util.Locale;

/** Every kind of problem that the API tells; the names are neutral, since every platform uses them. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request could not be read", "Something in it has not the form that is documented."),
    INVALID_FIELDS(400, "Some fields are not right", "Correct the fields named in errors and send it again."),
    KEY_NEEDED(401, "A key is needed", "Send a key that is in use: Authorization: Bearer <key>."),
    NOT_ALLOWED(403, "The key may not do that", "Make a key with the scope that this needs."),
    ACCOUNT_SUSPENDED(403, "The account is suspended", "Nothing can be read or changed until it is resumed."),
    NOT_FOUND(404, "There is nothing here", "The address may be mistyped, or what it led to may be gone."),
    METHOD_NOT_ALLOWED(405, "That method does not work here", "The header Allow says which do."),
    NOT_ACCEPTABLE(406, "That form of answer is not offered", "Answers are JSON."),
    CONFLICT(409, "That is not possible now", "What it is about is in a state that does not allow it."),
    CALL_IN_PROGRESS(409, "The same call is still being worked on", "Send it again in a moment to get its answer."),
    CHANGED_MEANWHILE(412, "It has changed in the meantime", "Read it again and send your change with the new ETag."),
    TOO_LARGE(413, "That is too large", "Make it smaller and send it again."),
    CONTENT_NOT_ACCEPTED(415, "That kind of content is not accepted", "Send what the documentation names."),
    UNKNOWN_HOST(421, "Nothing is served at this host", "No platform is live under this name."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another call", "Use a new key for a new call."),
    TOO_MANY_CALLS(429, "That was too often", "Wait as long as the header Retry-After says."),
    INTERNAL_ERROR(500, "Something went wrong on our side", "Nothing was changed by halves. Try again in a moment."),
    UNAVAILABLE(503, "Not available at the moment", "Send it again after as long as the header Retry-After says.");

    private final int status;
    private final String title;
    private final String detail;

    ProblemType(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** The same for every problem of the type. */
    public String title() {
        return title;
    }

    /** What is said when there is nothing more special to say. */
    public String detail() {
        return detail;
    }

    /** What programs tell it by. */
    public String uri() {
        return "urn:problem-type:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The plain problem of that status. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST);
    }
}
