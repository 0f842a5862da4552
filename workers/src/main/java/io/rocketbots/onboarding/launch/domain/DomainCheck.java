package io.rocketbots.onboarding.launch.domain;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look for a domain's record, as the list of checks tells it.
 *
 * @param name the name that was looked for, which the reseller may have changed since
 * @param asked who was asked
 * @param answered what was answered, in short
 * @param warning what stands beside the record and will hurt later
 * @param nextCheckAt null when the record was found
 * @param ownAddresses what was to be set in A and AAAA records at that time; empty when there was no need to know
 */
public record DomainCheck(
        DomainName name,
        Instant at,
        String asked,
        String answered,
        Diagnosis diagnosis,
        @Nullable Diagnosis warning,
        @Nullable Instant nextCheckAt,
        List<InetAddress> ownAddresses) {

    public DomainCheck {
        ownAddresses = List.copyOf(ownAddresses);
    }
}
