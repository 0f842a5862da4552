package io.rocketbots.onboarding.launch.domain;

/**
 * Looks at what DNS says about a reseller's domain. It only reports; {@link Diagnosis} judges.
 *
 * <p>One call takes many seconds when name servers are silent, so it is made in the {@code ask} of a step, never in a
 * transaction and never for a page.
 */
public interface DnsLookup {

    /**
     * What the name servers responsible for the domain answer now. A silent or failing server of the customer is an
     * answer too: {@link Sighting.NotAnswered}.
     *
     * @throws ResolverDown when our own resolver does not answer, so that nothing can be said
     */
    Sighting look(DomainName name, DomainName target);
}
