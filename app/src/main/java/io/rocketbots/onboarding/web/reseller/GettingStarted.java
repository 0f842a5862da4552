package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done on the way to the live platform, what is due now, and who does it. */
@Component
class GettingStarted {

    private final Brands brands;
    private final CustomDomains domains;
    private final Clock clock;

    GettingStarted(Brands brands, CustomDomains domains, Clock clock) {
        this.brands = brands;
        this.domains = domains;
        this.clock = clock;
    }

    /** How far one step is, and whose turn it is. */
    public enum State {
        DONE("Done"),
        YOURS("Your turn"),
        OURS("We are on it"),
        LATER("Later");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One step.
     *
     * @param link the section where it is done; null when there is nothing for the reseller to do
     */
    public record Step(
            String name, State state, String text, @Nullable String link) {}

    List<Step> steps(Reseller reseller) {
        Brand brand = brands.of(reseller.id());
        Optional<CustomDomain> domain = domains.currentOf(reseller.id());
        boolean domainLive =
                domain.filter(present -> present.state() == DomainState.LIVE).isPresent();
        return List.of(
                new Step("Reseller Account", State.DONE, "Your account is active.", null),
                appearance(brand),
                domain(domain, domains.pendingOf(reseller.id())),
                live(reseller, brand.isComplete() && domainLive, domain));
    }

    private static Step appearance(Brand brand) {
        String name = "Platform Appearance";
        return brand.isComplete()
                ? new Step(name, State.DONE, "Your brand is complete. You can change it at any time.", null)
                : new Step(
                        name,
                        State.YOURS,
                        "Still to choose: " + String.join(", ", brand.missing()) + ".",
                        "#platform-appearance");
    }

    private Step domain(Optional<CustomDomain> domain, Optional<CustomDomain> change) {
        String name = "Custom Domain Name";
        if (domain.isEmpty()) {
            return new Step(name, State.YOURS, "Choose the domain your customers will use.", "#custom-domain-name");
        }
        String present = domain.get().name();
        return switch (domain.get().state()) {
            case LIVE ->
                change.map(next -> new Step(
                                name,
                                State.YOURS,
                                present + " leads to your platform. Set the record for " + next.name()
                                        + ", which is to take its place.",
                                "#custom-domain-name"))
                        .orElseGet(() -> new Step(name, State.DONE, present + " leads to your platform.", null));
            case BROKEN ->
                new Step(
                        name,
                        State.YOURS,
                        present + " does not lead to your platform any more. Mend its record soon, else the domain is"
                                + " suspended.",
                        "#custom-domain-name");
            case SUSPENDED ->
                new Step(
                        name,
                        State.YOURS,
                        present + " is suspended, since it leads elsewhere. Mend its record, or move to another name.",
                        "#custom-domain-name");
            case VERIFIED ->
                new Step(name, State.OURS, "The record is right. We are switching your platform on.", null);
            case WAITING, REDIRECTING, RELEASED ->
                domain.get().needsHelp(clock.instant())
                        ? new Step(
                                name,
                                State.OURS,
                                "The CNAME record for " + present
                                        + " was not there in time. Our team is looking at this with you and gets in touch.",
                                "#custom-domain-name")
                        : new Step(
                                name,
                                State.YOURS,
                                "Set the CNAME record for " + present + ". We look for it all the time.",
                                "#custom-domain-name");
        };
    }

    private static Step live(Reseller reseller, boolean ready, Optional<CustomDomain> domain) {
        String name = "Live";
        if (reseller.state().isClosedForNow()) {
            return new Step(name, State.LATER, "Your platform is closed for now; why stands at the top.", null);
        }
        if (reseller.state() == ResellerState.LIVE) {
            return new Step(
                    name,
                    State.DONE,
                    domain.map(it -> "Your Reseller Platform is live at " + it.name() + ".")
                            .orElse("Your Reseller Platform is live."),
                    null);
        }
        return ready
                ? new Step(name, State.OURS, "Everything is there. Your platform goes live in a moment.", null)
                : new Step(name, State.LATER, "Your platform goes live as soon as the steps above are done.", null);
    }
}
