package io.rocketbots.onboarding.kernel.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses on the internet from those inside a network, which a stranger must not make us ask: what the IANA
 * registries of special-purpose addresses (RFC 6890 and its successors) do not call globally reachable, what cloud providers
 * use for their own, and every IPv6 address that stands for an IPv4 address which some gateway would reach.
 */
public final class PublicAddresses {

    private static final List<AddressRange> NOT_PUBLIC_4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' own, and the metadata of Alibaba Cloud
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // the platform of Azure, at an address that looks public
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and the metadata of Oracle Cloud
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All that is given out on the internet lies in here, and what is not public outside of these parts of it. */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    private static final List<AddressRange> NOT_PUBLIC_6 = ranges(
            "2001::/23", // protocol assignments, among them Teredo, which holds an IPv4 address
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds an IPv4 address
            "3fff::/20"); // documentation

    private PublicAddresses() {}

    /** Whether everybody may reach that address. One of ::ffff:0:0/96 is an {@link Inet4Address} for Java, and checked as that. */
    public static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? isNotIn(NOT_PUBLIC_4, address)
                : GLOBAL_UNICAST.contains(address) && isNotIn(NOT_PUBLIC_6, address);
    }

    private static boolean isNotIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... written) {
        return Stream.of(written).map(AddressRange::of).toList();
    }
}
