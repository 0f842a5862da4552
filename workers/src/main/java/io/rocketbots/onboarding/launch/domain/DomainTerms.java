package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.process.Variables.Ladder;
import java.time.Duration;
import java.util.List;

/**
 * What may become a reseller's domain, and how long and how often its record is looked for.
 *
 * @param ownZones zones of our own platform, which no reseller may claim
 * @param targetZone every reseller's CNAME target is a name directly below it
 * @param localNames whether names under {@code .localhost} are accepted, as on a developer's machine
 * @param setup for the record: each reminder is a mail with the diagnosis, and at the end the team helps
 * @param checkIntervals the waits between checks after a start or Check Now; the last one goes on
 * @param slowAfter from this long after the start on, checks are rare
 * @param slowInterval the wait between checks from then on
 * @param checkNowPause the least time between two presses of Check Now
 * @param redirectPeriod how long the former name leads to the new one after a change
 * @param watch how a domain is watched once it is live
 */
public record DomainTerms(
        List<String> ownZones,
        String targetZone,
        boolean localNames,
        Ladder setup,
        List<Duration> checkIntervals,
        Duration slowAfter,
        Duration slowInterval,
        Duration checkNowPause,
        Duration redirectPeriod,
        WatchTerms watch) {

    public DomainTerms {
        ownZones = List.copyOf(ownZones);
        checkIntervals = List.copyOf(checkIntervals);
    }

    public DomainRules rules() {
        return new DomainRules(ownZones, targetZone, localNames);
    }

    /** Where the CNAME record of the reseller with that label must lead. */
    public DomainName targetOf(String cnameLabel) {
        return new DomainName(cnameLabel + "." + targetZone);
    }
}
