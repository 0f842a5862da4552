package io.rocketbots.onboarding.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.0.0.0, this network",
        "0.255.255.255, this network",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, a carrier's own",
        "100.127.255.255, a carrier's own",
        "100.100.100.200, metadata of Alibaba Cloud",
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "168.63.129.16, platform of Azure",
        "169.254.169.254, metadata of AWS and Azure and Google",
        "169.254.170.2, credentials of AWS containers",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.0.0.0, protocol assignments",
        "192.0.0.192, metadata of Oracle Cloud",
        "192.0.2.1, documentation",
        "192.88.99.1, relay of 6to4",
        "192.168.255.255, private",
        "198.18.0.0, benchmarks",
        "198.19.255.255, benchmarks",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "::7f00:1, IPv4-compatible loopback",
        "::a9fe:a9fe, IPv4-compatible metadata",
        "::5db8:d822, IPv4-compatible",
        "::ffff:127.0.0.1, mapped loopback",
        "::ffff:a9fe:a9fe, mapped metadata",
        "::ffff:100.64.0.1, mapped carrier's own",
        "::ffff:0:7f00:1, translated loopback",
        "64:ff9b::7f00:1, translated loopback",
        "64:ff9b::a9fe:a9fe, translated metadata",
        "64:ff9b:1::1, local translation",
        "100::1, discard",
        "2001::1, Teredo",
        "2001:0:5ef5:79fb:0:0:80ff:fffe, Teredo",
        "2001:2::1, benchmarks",
        "2001:10::1, ORCHID",
        "2001:20::1, ORCHIDv2",
        "2001:db8::1, documentation",
        "2002::1, 6to4",
        "2002:7f00:1::1, 6to4 of loopback",
        "2002:a9fe:a9fe::, 6to4 of metadata",
        "3fff::1, documentation",
        "4000::1, not given out",
        "5f00::1, segment routing",
        "fc00::1, unique local",
        "fd00:ec2::254, metadata of AWS",
        "fd00:ec2::23, credentials of AWS containers",
        "fd20:ce::254, metadata of Google",
        "fe80::a9fe:a9fe, link-local",
        "fec0::1, site-local",
        "ff02::1, multicast",
        "ff0e::1, multicast"
    })
    void doNotContainWhatOnlySomeCanReach(String address, String why) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address)))
                .as(why)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.88.98.255",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:93.184.216.34",
                "2000::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:2800:220:1:248:1893:25c8:1946",
                "3ffe:ffff::1"
            })
    void containWhatEverybodyReaches(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void doNotContainAnIpv4AddressThatKeepsItsFormInIpv6() throws UnknownHostException {
        byte[] mapped = InetAddress.getByName("64:ff9b::7f00:1").getAddress();
        Arrays.fill(mapped, 0, 10, (byte) 0);
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;

        assertThat(PublicAddresses.contain(Inet6Address.getByAddress("kept", mapped, 1)))
                .isFalse();
    }
}
