package io.rocketbots.onboarding.launch.domain;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/**
 * A DNS record that a reseller sets.
 *
 * @param type as DNS providers call it
 * @param name the full name
 */
public record RecordToSet(String type, String name, String value) {

    /** The record that leads a name to that address. */
    static RecordToSet address(String name, InetAddress address) {
        return new RecordToSet(typeOf(address), name, InetAddresses.toAddrString(address));
    }

    /** Type and value of the record with that address. */
    static String inShort(InetAddress address) {
        return typeOf(address) + " " + InetAddresses.toAddrString(address);
    }

    private static String typeOf(InetAddress address) {
        return address.getAddress().length == 4 ? "A" : "AAAA";
    }
}
