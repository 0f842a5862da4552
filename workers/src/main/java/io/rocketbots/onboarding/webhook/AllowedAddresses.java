package io.rocketbots.onboarding.webhook;

import io.rocketbots.onboarding.domain.PublicAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host and leaves out those that a stranger must not make us call. It is asked for the very
 * connection that is opened, so that a name cannot point elsewhere once it was checked.
 */
final class AllowedAddresses implements DnsResolver {

    private final boolean privateAddresses;

    AllowedAddresses(boolean privateAddresses) {
        this.privateAddresses = privateAddresses;
    }

    /** There is a host of that name, but not in public. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host + " is no address on the internet.");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (privateAddresses) {
            return found;
        }
        InetAddress[] allowed =
                Arrays.stream(found).filter(PublicAddresses::contain).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NotPublic(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
