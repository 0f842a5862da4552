package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.domain.Advice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the section Custom Domain Name and the page for the DNS administrator show.
 *
 * @param state as people read it
 * @param key the state for the style sheet
 * @param typed what stands in the field Domain
 * @param fault why it was not taken
 * @param hints what was changed in it, or deserves a second look
 * @param setup the record and how it stands; null while no domain was asked for
 */
public record CustomDomainView(
        String state,
        String key,
        String typed,
        @Nullable String fault,
        List<String> hints,
        @Nullable Setup setup) {

    /**
     * A domain that was asked for.
     *
     * @param unicode the name as people read it
     * @param host what goes into the field Name at the DNS provider
     * @param advice null before the first check
     * @param warning what else stands in DNS and will hurt
     * @param nextCheckAt null when nobody looks
     * @param helped whether the team helps, since the record was not found in time
     * @param helpFrom when the team steps in
     * @param link for whoever looks after the DNS
     * @param platformUrl where the platform answers, null until it does
     */
    public record Setup(
            String name,
            String unicode,
            String zone,
            String host,
            String target,
            boolean waiting,
            boolean changeable,
            @Nullable Advice advice,
            @Nullable Advice warning,
            List<Check> checks,
            @Nullable Instant nextCheckAt,
            boolean helped,
            @Nullable Instant helpFrom,
            String link,
            @Nullable String platformUrl) {}

    /** One look for the record. */
    public record Check(
            Instant at,
            String asked,
            String answered,
            boolean found,
            @Nullable Instant nextCheckAt) {}

    /** Tells one state of the page from another, for a page that asks whether there is something new. */
    public String stamp() {
        String details = setup == null || setup.checks().isEmpty()
                ? ""
                : setup.checks().getFirst().at() + "_" + setup.nextCheckAt();
        return key + "_" + details;
    }
}
