package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.domain.Sighting.NoCname;
import java.net.InetAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds out all that {@link Diagnosis} needs to know about a domain: what DNS says and, where that is an address that is not
 * ours, whether requests arrive here all the same. Made in the {@code ask} of a step, like its parts.
 */
@Component
public class LookAtDomain {

    private final DnsLookup dns;
    private final ArrivalCheck arrival;
    private final DomainChecks checks;

    LookAtDomain(DnsLookup dns, ArrivalCheck arrival, DomainChecks checks) {
        this.dns = dns;
        this.arrival = arrival;
        this.checks = checks;
    }

    /** How it stands now. */
    public Sighting at(CustomDomain domain) {
        Sighting seen = dns.look(domain.domainName(), domain.targetName());
        if (!(seen.reply() instanceof NoCname nothing) || nothing.addresses().isEmpty()) {
            return seen;
        }
        Sighting known = seen.knowing(seen.ours().after(checks.ownAddressesUntilNow(domain)));
        List<InetAddress> foreign = known.foreignAddresses();
        return foreign.isEmpty() ? known : known.with(arrival.at(foreign, domain));
    }
}
