package io.rocketbots.onboarding.launch.domain;

import java.net.InetAddress;
import java.util.List;

/**
 * Addresses of ours, as far as a domain may lead to them without a CNAME record.
 *
 * @param recognised all at which we are reached
 * @param toSet those to be set in an A or AAAA record
 * @param former those that were to be set at an earlier look at the domain, and no longer are
 */
public record OwnAddresses(List<InetAddress> recognised, List<InetAddress> toSet, List<InetAddress> former) {

    static final OwnAddresses UNKNOWN = new OwnAddresses(List.of(), List.of(), List.of());

    public OwnAddresses {
        recognised = List.copyOf(recognised);
        toSet = List.copyOf(toSet);
        former = List.copyOf(former);
    }

    /** The same, knowing what was to be set earlier. */
    OwnAddresses after(List<InetAddress> earlier) {
        return new OwnAddresses(
                recognised,
                toSet,
                toSet.isEmpty()
                        ? List.of()
                        : earlier.stream()
                                .filter(address -> !toSet.contains(address))
                                .toList());
    }
}
