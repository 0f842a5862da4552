package io.rocketbots.onboarding.domain;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/**
 * The addresses of a well-known proxy that stands in front of customers' records (Cloudflare, <a
 * href="https://www.cloudflare.com/ips/">list of 2023-09-28</a>). Kept here since a check must not depend on fetching it.
 */
final class ProxyRanges {

    private static final List<Range> RANGES = List.of(
            range("173.245.48.0", 20),
            range("103.21.244.0", 22),
            range("103.22.200.0", 22),
            range("103.31.4.0", 22),
            range("141.101.64.0", 18),
            range("108.162.192.0", 18),
            range("190.93.240.0", 20),
            range("188.114.96.0", 20),
            range("197.234.240.0", 22),
            range("198.41.128.0", 17),
            range("162.158.0.0", 15),
            range("104.16.0.0", 13),
            range("104.24.0.0", 14),
            range("172.64.0.0", 13),
            range("131.0.72.0", 22),
            range("2400:cb00::", 32),
            range("2606:4700::", 32),
            range("2803:f800::", 32),
            range("2405:b500::", 32),
            range("2405:8100::", 32),
            range("2a06:98c0::", 29),
            range("2c0f:f248::", 32));

    private record Range(InetAddress network, int bits) {
        boolean contains(InetAddress address) {
            byte[] first = network.getAddress();
            byte[] candidate = address.getAddress();
            int ignored = first.length * 8 - bits;
            return candidate.length == first.length
                    && new BigInteger(1, candidate)
                            .shiftRight(ignored)
                            .equals(new BigInteger(1, first).shiftRight(ignored));
        }
    }

    private ProxyRanges() {}

    static boolean contain(InetAddress address) {
        return RANGES.stream().anyMatch(range -> range.contains(address));
    }

    private static Range range(String network, int bits) {
        return new Range(InetAddresses.forString(network), bits);
    }
}
