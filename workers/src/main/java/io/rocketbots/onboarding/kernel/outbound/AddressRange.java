package io.rocketbots.onboarding.kernel.outbound;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;

/** The addresses that begin with the same bits, as CIDR notation writes them (RFC 4632, RFC 4291 section 2.3). */
public record AddressRange(InetAddress network, int bits) {

    /** Reads an address and how many of its bits count, such as {@code 10.0.0.0/8}. */
    public static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        return new AddressRange(
                InetAddresses.forString(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    /** Whether the address is of the same version and lies in the range. */
    public boolean contains(InetAddress address) {
        byte[] first = network.getAddress();
        byte[] candidate = address.getAddress();
        int ignored = first.length * Byte.SIZE - bits;
        return candidate.length == first.length
                && new BigInteger(1, candidate)
                        .shiftRight(ignored)
                        .equals(new BigInteger(1, first).shiftRight(ignored));
    }
}
