package io.rocketbots.onboarding.outside;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses on the internet from those inside a network, which a stranger must not make us ask. */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** Whether everybody may reach that address. */
    public static boolean contain(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isInside6(address.getAddress())
                        : isInside4(address.getAddress())));
    }

    /** Unique local addresses, and those that a gateway would turn into any IPv4 address (RFC 6052). */
    private static boolean isInside6(byte[] bytes) {
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        return translated || (bytes[0] & 0xfe) == 0xfc;
    }

    /** "This network", carriers' own addresses, benchmarks, protocol assignments, and what is reserved (RFC 6890). */
    private static boolean isInside4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 198 && (second & 0xfe) == 18)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || first >= 240;
    }
}
