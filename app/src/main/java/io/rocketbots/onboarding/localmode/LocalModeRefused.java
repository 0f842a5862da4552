package io.rocketbots.onboarding.localmode;

/** Local mode cannot start; says why and what to do about it. */
final class LocalModeRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    LocalModeRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
