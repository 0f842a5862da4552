package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.job.StepPostponed;
import io.rocketbots.onboarding.kernel.outbound.ForeignWork;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds out all that {@link Diagnosis} needs to know about a domain: what DNS says and, where that is an address that is not
 * ours, whether requests arrive here all the same. Made in the {@code ask} of a step, like its parts; whoever answers may be
 * slow on purpose, so it is {@link ForeignWork}.
 */
@Component
public class LookAtDomain {

    /** One look asks a dozen questions, each of which may wait; it must end before the job of it comes again. */
    static final Duration DEADLINE = Duration.ofSeconds(40);

    /** With those that wait for them, half of the threads that work on jobs: the rest is for steps of other kinds. */
    static final int AT_ONCE = 16;

    static final int WAITING = 16;

    private final ForeignWork looks = new ForeignWork("domain-look", AT_ONCE, WAITING);
    private final Duration deadline;
    private final DnsLookup dns;
    private final ArrivalCheck arrival;
    private final DomainChecks checks;

    @Autowired
    LookAtDomain(DnsLookup dns, ArrivalCheck arrival, DomainChecks checks) {
        this(DEADLINE, dns, arrival, checks);
    }

    LookAtDomain(Duration deadline, DnsLookup dns, ArrivalCheck arrival, DomainChecks checks) {
        this.deadline = deadline;
        this.dns = dns;
        this.arrival = arrival;
        this.checks = checks;
    }

    /**
     * How it stands now. Servers that take too long for all of it have not answered.
     *
     * @throws StepPostponed when too many look at their domains
     */
    public Sighting at(CustomDomain domain) {
        try {
            return looks.within(deadline, () -> look(domain));
        } catch (ForeignWork.Refused refused) {
            if (refused.isLate()) {
                return Sighting.late(domain, deadline);
            }
            throw new StepPostponed("Too many look at their domains.", refused);
        }
    }

    private Sighting look(CustomDomain domain) {
        Sighting seen = dns.look(domain.domainName(), domain.targetName());
        if (!(seen.reply() instanceof NoCname nothing) || nothing.addresses().isEmpty()) {
            return seen;
        }
        Sighting known = seen.knowing(seen.ours().after(checks.ownAddressesUntilNow(domain)));
        List<InetAddress> foreign = known.foreignAddresses();
        return foreign.isEmpty() ? known : known.with(arrival.at(foreign, domain));
    }
}
