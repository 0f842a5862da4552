package io.rocketbots.onboarding.journey;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** A company that applies; its mail address and website follow from its name. */
record Company(String name, String email) {

    static Company named(String name) {
        return new Company(name, "ada@" + domainOf(name));
    }

    /** Sends the public form. */
    void apply(URI baseUrl) {
        apply(new Visitor(baseUrl));
    }

    void apply(Visitor applicant) {
        applicant.send(
                "/reseller-program/apply",
                "/reseller-program/apply",
                Map.of(
                        "companyName", name,
                        "website", "https://" + domainOf(name),
                        "contactName", "Ada Example",
                        "email", email,
                        "country", "DE",
                        "expectedSpaces", "25",
                        "offer", "Support and billing in German for small shops.",
                        "consent", "true"));
    }

    Mailbox mailbox(URI baseUrl) {
        return new Mailbox(baseUrl, email);
    }

    private static String domainOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".example";
    }
}
