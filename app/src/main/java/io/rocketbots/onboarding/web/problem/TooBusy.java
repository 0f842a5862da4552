package io.rocketbots.onboarding.web.problem;

/** Too much is being done already: answered at once with 503 and Retry-After, by a page that needs nothing to be made. */
public final class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what there is too much of. */
    public TooBusy(String message) {
        super(message, null, false, false);
    }
}
