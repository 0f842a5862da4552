package io.rocketbots.onboarding.launch.branding;

import com.google.common.base.Splitter;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A logo of a brand; the image itself is with {@link LogoFiles}.
 *
 * @param sha SHA-256 of the content in hexadecimal
 * @param remarks the names of the {@link LogoRemark}s
 */
public record Logo(
        String sha,
        LogoType type,
        Integer width,
        Integer height,
        String remarks,
        LogoHost hostedOn,
        Instant changedAt) {

    /** Where the logo's own address is: where it was uploaded, until it is moved. */
    public enum LogoHost {
        ROCKETBOTS,
        OWN_DOMAIN
    }

    Logo moveToOwnDomain(Instant now) {
        return new Logo(sha, type, width, height, remarks, LogoHost.OWN_DOMAIN, now);
    }

    public boolean isOnOwnDomain() {
        return hostedOn == LogoHost.OWN_DOMAIN;
    }

    public Set<LogoRemark> remarkSet() {
        return remarksIn(remarks);
    }

    /** Enough of the content's hash to tell two versions apart in an address. */
    public String versionTag() {
        return sha.substring(0, 16);
    }

    static String stored(Collection<LogoRemark> remarks) {
        return remarks.stream().sorted().map(LogoRemark::name).collect(Collectors.joining(","));
    }

    static Set<LogoRemark> remarksIn(String stored) {
        return Splitter.on(',')
                .omitEmptyStrings()
                .splitToStream(stored)
                .map(LogoRemark::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LogoRemark.class)));
    }
}
