package io.rocketbots.onboarding.launch.domain;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers our own question whether requests for a domain arrive here, on hosts that no platform answers on yet. It says
 * nothing to anybody else, and nothing about a name that nobody here looks for.
 */
@Component
public class ArrivalAnswers {

    private final ArrivalTokens tokens;
    private final CustomDomains domains;

    ArrivalAnswers(ArrivalTokens tokens, CustomDomains domains) {
        this.tokens = tokens;
        this.domains = domains;
    }

    /** The answer to what was asked for at that host; empty when it is not for us to answer. */
    public Optional<String> to(String host, String path) {
        return tokens.read(path)
                .flatMap(domains::findById)
                .filter(CustomDomain::isLookedFor)
                .filter(domain -> domain.name().equalsIgnoreCase(host))
                .map(domain -> tokens.answer(path, domain.domainName()));
    }
}
