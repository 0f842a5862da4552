package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.launch.domain.Advice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the section Custom Domain Name and the page for the DNS administrator show.
 *
 * @param typed what stands in the field Domain
 * @param fault why it was not taken
 * @param hints what was changed in it, or deserves a second look
 * @param setup the present domain; null while none was asked for
 * @param change the domain that is to take its place
 * @param formers names that still lead to the present one
 * @param redirectPeriod in words, how long a former name does
 */
public record CustomDomainView(
        String typed,
        @Nullable String fault,
        List<String> hints,
        @Nullable Setup setup,
        @Nullable Setup change,
        List<Former> formers,
        String redirectPeriod) {

    /**
     * A domain that was asked for.
     *
     * @param state as people read it
     * @param key the state for the style sheet
     * @param unicode the name as people read it
     * @param record what leads to the platform
     * @param alternatives what does so where the DNS provider does not offer the former
     * @param proof the TXT record, where it is needed
     * @param waiting whether its record is looked for before it is live
     * @param broken whether it was live and leads elsewhere now, suspended or not
     * @param suspendAt until when the platform answers there although it is broken
     * @param checkable whether somebody can ask for a look at its record
     * @param changeable whether another name may be chosen instead, and not only beside it
     * @param advice null before the first check, and when all is well
     * @param warning what else stands in DNS and will hurt
     * @param proxied whether a proxy stands between the domain and us
     * @param nextCheckAt null when nobody looks
     * @param helped whether the team helps, since the record was not found in time
     * @param helpFrom when the team steps in
     * @param link for whoever looks after the DNS
     * @param platformUrl where the platform answers, null until it does
     */
    public record Setup(
            UUID id,
            String state,
            String key,
            String name,
            String unicode,
            String zone,
            DnsRecord record,
            List<DnsRecord> alternatives,
            @Nullable DnsRecord proof,
            boolean waiting,
            boolean broken,
            @Nullable Instant suspendAt,
            boolean checkable,
            boolean changeable,
            @Nullable Advice advice,
            @Nullable Advice warning,
            boolean proxied,
            List<Check> checks,
            @Nullable Instant nextCheckAt,
            boolean helped,
            @Nullable Instant helpFrom,
            String link,
            @Nullable String platformUrl) {

        private String details() {
            return checks.isEmpty() ? "" : checks.getFirst().at() + "_" + nextCheckAt;
        }
    }

    /**
     * A record to set, or several of the same type and name.
     *
     * @param host what goes into the field Name at the DNS provider
     * @param name the full name
     * @param values one a record
     */
    public record DnsRecord(String type, String host, String name, List<String> values) {}

    /** One look for the record. */
    public record Check(
            Instant at,
            String asked,
            String answered,
            boolean found,
            @Nullable Instant nextCheckAt) {}

    /** A name the platform moved away from. */
    public record Former(String unicode, Instant until) {}

    /** The states of what the page shows, in a word. */
    public String keys() {
        return setups().map(Setup::key).collect(Collectors.joining("-"));
    }

    /** Tells one state of the page from another, for a page that asks whether there is something new. */
    public String stamp() {
        return keys() + "_" + setups().map(Setup::details).collect(Collectors.joining("_"));
    }

    private Stream<Setup> setups() {
        return Stream.of(setup, change).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
