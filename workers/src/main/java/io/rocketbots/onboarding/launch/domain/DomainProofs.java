package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.link.SignedTokens;
import java.nio.charset.StandardCharsets;

/**
 * What the TXT record says that proves a name where a CNAME record cannot, or does not suffice: made from a secret, so that
 * nobody can guess it, and different for each request of a name.
 */
public final class DomainProofs {

    private static final String LABEL = "_domain-challenge.";

    private final SignedTokens tokens;

    public DomainProofs(String secret) {
        this.tokens = new SignedTokens("domain-proof", secret);
    }

    /** Where the TXT record stands: not on the name itself, where nothing can stand beside a CNAME record. */
    public static String nameOf(DomainName name) {
        return LABEL + name;
    }

    /** What it says for that domain under its present name. */
    public String valueFor(CustomDomain domain) {
        return tokens.signatureOf((domain.id().value() + ":" + domain.name()).getBytes(StandardCharsets.UTF_8));
    }
}
