package io.rocketbots.onboarding.web.security;

import com.google.common.net.InetAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * From where somebody signed in, as they recognize it: no more than a browser, a system and a neighborhood of the
 * network, since more would be kept about people than they need.
 *
 * @param words such as "Firefox on Windows"
 * @param network the first half of an IPv4 address or 48 bits of an IPv6 address
 */
record Device(String words, String network) {

    private static final int LONGEST_READ = 512;
    private static final int KEPT_OF_IPV4 = 2;
    private static final int KEPT_OF_IPV6 = 6;

    /** What a browser calls itself, before those whose name it also gives. */
    private enum Browser {
        EDGE("Edge", "Edg/", "EdgA/", "EdgiOS/"),
        OPERA("Opera", "OPR/"),
        SAMSUNG("Samsung Internet", "SamsungBrowser/"),
        FIREFOX("Firefox", "Firefox/", "FxiOS/"),
        CHROME("Chrome", "Chrome/", "CriOS/"),
        SAFARI("Safari", "Safari/");

        private final String label;
        private final String[] marks;

        Browser(String label, String... marks) {
            this.label = label;
            this.marks = marks;
        }
    }

    private enum OperatingSystem {
        IPHONE("iPhone", "iPhone"),
        IPAD("iPad", "iPad"),
        ANDROID("Android", "Android"),
        CHROME_OS("ChromeOS", "CrOS"),
        WINDOWS("Windows", "Windows"),
        MAC("Mac", "Macintosh"),
        LINUX("Linux", "Linux");

        private final String label;
        private final String mark;

        OperatingSystem(String label, String mark) {
            this.label = label;
            this.mark = mark;
        }
    }

    static Device of(HttpServletRequest request) {
        return new Device(
                words(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                        .orElse("")),
                network(request.getRemoteAddr()));
    }

    /** Reads a User-Agent (RFC 9110, section 10.1.5); whatever it does not know is left out. */
    static String words(String userAgent) {
        String read = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_READ));
        Optional<String> browser = Arrays.stream(Browser.values())
                .filter(one -> Stream.of(one.marks).anyMatch(read::contains))
                .map(one -> one.label)
                .findFirst();
        Optional<String> system = Arrays.stream(OperatingSystem.values())
                .filter(one -> read.contains(one.mark))
                .map(one -> one.label)
                .findFirst();
        String known = browser.orElse("Unknown browser");
        return system.map(on -> known + " on " + on).orElse(known);
    }

    static String network(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return "";
        }
        InetAddress whole = InetAddresses.forString(address);
        boolean old = whole instanceof Inet4Address;
        byte[] bytes = whole.getAddress();
        Arrays.fill(bytes, old ? KEPT_OF_IPV4 : KEPT_OF_IPV6, bytes.length, (byte) 0);
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(bytes))
                    + (old ? "/" + KEPT_OF_IPV4 * 8 : "/" + KEPT_OF_IPV6 * 8);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("It is as long as before.", e);
        }
    }
}
