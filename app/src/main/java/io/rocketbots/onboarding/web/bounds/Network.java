package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as one sender cannot change it at will: an IPv4 address, or the first 64 bits of an
 * IPv6 address, since whoever has one has the other 2^64 of it too (RFC 6177).
 */
public final class Network {

    /** An IPv6 address with an IPv4 address at its end, and the name of a network interface. */
    private static final int LONGEST = 64;

    private static final int PREFIX = 8;

    private Network() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** Of an address in digits. */
    public static String of(String address) {
        if (address.length() > LONGEST) {
            return "unreadable";
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        int zone = address.indexOf('%');
        try {
            // No name has a colon, so nobody is asked for this one.
            InetAddress parsed = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return "unreadable";
        }
    }
}
