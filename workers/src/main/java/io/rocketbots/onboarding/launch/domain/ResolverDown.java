package io.rocketbots.onboarding.launch.domain;

/** Our own DNS resolver does not answer: a fault of ours, which fails the job and says nothing about any domain. */
public final class ResolverDown extends RuntimeException {

    public ResolverDown(String resolver, Throwable cause) {
        super("The DNS resolver " + resolver + " does not answer, so no domain can be checked.", cause);
    }
}
