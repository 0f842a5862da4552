package io.rocketbots.onboarding.domain;

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
                || isUniqueLocal(address)
                || isCarrierGrade(address));
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    private static boolean isCarrierGrade(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
