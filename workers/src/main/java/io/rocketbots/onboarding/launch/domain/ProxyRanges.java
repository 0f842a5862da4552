package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.outbound.AddressRange;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses of a well-known proxy that stands in front of customers' records (Cloudflare, <a
 * href="https://www.cloudflare.com/ips/">list of 2023-09-28</a>). Kept here since a check must not depend on fetching it.
 */
final class ProxyRanges {

    private static final List<AddressRange> RANGES = List.of(
            AddressRange.of("173.245.48.0/20"),
            AddressRange.of("103.21.244.0/22"),
            AddressRange.of("103.22.200.0/22"),
            AddressRange.of("103.31.4.0/22"),
            AddressRange.of("141.101.64.0/18"),
            AddressRange.of("108.162.192.0/18"),
            AddressRange.of("190.93.240.0/20"),
            AddressRange.of("188.114.96.0/20"),
            AddressRange.of("197.234.240.0/22"),
            AddressRange.of("198.41.128.0/17"),
            AddressRange.of("162.158.0.0/15"),
            AddressRange.of("104.16.0.0/13"),
            AddressRange.of("104.24.0.0/14"),
            AddressRange.of("172.64.0.0/13"),
            AddressRange.of("131.0.72.0/22"),
            AddressRange.of("2400:cb00::/32"),
            AddressRange.of("2606:4700::/32"),
            AddressRange.of("2803:f800::/32"),
            AddressRange.of("2405:b500::/32"),
            AddressRange.of("2405:8100::/32"),
            AddressRange.of("2a06:98c0::/29"),
            AddressRange.of("2c0f:f248::/32"));

    private ProxyRanges() {}

    static boolean contain(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.contains(address));
    }
}
