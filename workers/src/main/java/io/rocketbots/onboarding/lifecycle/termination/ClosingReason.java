package io.rocketbots.onboarding.lifecycle.termination;

/** Why an onboarding was closed, in a sentence for both sides. */
public final class ClosingReason {

    private ClosingReason() {}

    /**
     * Says what was waited for in vain.
     *
     * @param awaited {@code activation}, {@code branding} or {@code domain}, as the models say it
     */
    public static String of(String awaited) {
        return switch (awaited) {
            case "activation" -> "The Reseller Account was not activated.";
            case "branding" -> "The Platform Appearance was not filled in.";
            case "domain" -> "No Custom Domain Name was set up.";
            default -> throw new IllegalArgumentException("No onboarding is closed for want of “" + awaited + "”.");
        };
    }
}
