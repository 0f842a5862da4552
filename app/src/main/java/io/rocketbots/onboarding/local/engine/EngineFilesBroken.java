package io.rocketbots.onboarding.local.engine;

/** The engine's files cannot be used: they come from another version or lack what was written to them. */
final class EngineFilesBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    EngineFilesBroken(String reason) {
        super(reason);
    }

    EngineFilesBroken(String reason, Throwable cause) {
        super(reason, cause);
    }
}
