package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.lifecycle.progress.Progress.Need;

/** Why an onboarding was closed, in a sentence for both sides. */
public final class ClosingReason {

    private ClosingReason() {}

    public static String of(Need missing) {
        return switch (missing) {
            case ACTIVATION -> "The Reseller Account was not activated.";
            case BRANDING -> "The Platform Appearance was not filled in.";
            case DOMAIN, BRANDING_AND_DOMAIN -> "No Custom Domain Name was set up.";
            case DNS_RECORD, BRANDING_AND_DNS_RECORD, DOMAIN_HELP, BRANDING_AND_DOMAIN_HELP, DOMAIN_REPAIR ->
                "The CNAME record of the domain was not found.";
            case REVIEW, LATE_REVIEW, ANSWER, ACCOUNT, GO_LIVE, NOTHING -> "The set-up was not finished.";
        };
    }
}
