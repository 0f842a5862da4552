package io.rocketbots.onboarding.kernel.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host and leaves out those that a stranger must not make us call. It is asked for the very
 * connection that is opened, so that a name cannot point elsewhere once it was checked.
 */
public final class AllowedAddresses implements DnsResolver {

    private final Predicate<InetAddress> allowed;

    /** Leaves out what does not fit. */
    public AllowedAddresses(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** The address itself, when it may be called. */
    InetAddress checked(InetAddress address) throws NotAllowed {
        if (!allowed.test(address)) {
            throw new NotAllowed(address.getHostAddress());
        }
        return address;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host))
                .filter(allowed)
                .toArray(InetAddress[]::new);
        if (found.length == 0) {
            throw new NotAllowed(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
