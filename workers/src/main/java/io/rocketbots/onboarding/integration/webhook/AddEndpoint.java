package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.outbound.AllowedAddresses;
import io.rocketbots.onboarding.kernel.outbound.NotAllowed;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A reseller names an address that is to hear of events. */
@Component
public class AddEndpoint {

    static final int MOST_ENDPOINTS = 10;

    private static final int LONGEST_URL = 500;

    private final WebhookEndpoints endpoints;
    private final WebhookSecrets secrets;
    private final WebhookTerms terms;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AddEndpoint(
            WebhookEndpoints endpoints,
            WebhookSecrets secrets,
            WebhookTerms terms,
            Timeline timeline,
            Clock clock,
            TransactionTemplate transaction) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.terms = terms;
        this.timeline = timeline;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How it ended. */
    public sealed interface Result {

        /** The only time that anybody sees the secret. */
        record Added(WebhookEndpoint endpoint, String secret) implements Result {}

        /** Nothing was saved; a sentence by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /** Looks whether the address can be called, and adds it. */
    public Result add(Reseller reseller, String typedUrl, Set<WebhookEvent> events, String actor) {
        Map<String, String> faults = new LinkedHashMap<>();
        Optional<URI> url = parsed(typedUrl.strip());
        faultOf(reseller, url).ifPresent(fault -> faults.put("url", fault));
        if (events.isEmpty()) {
            faults.put("events", "Choose at least one event.");
        }
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        WebhookEndpoint endpoint = new WebhookEndpoint(
                UUID.randomUUID(), reseller.id(), url.orElseThrow(), events, 1, null, clock.instant(), null, null);
        transaction.executeWithoutResult(status -> {
            endpoints.insert(endpoint);
            timeline.tellTeam(reseller.applicationId(), actor, "Added a webhook endpoint at " + hostOf(endpoint) + ".");
        });
        return new Result.Added(endpoint, secrets.textOf(endpoint.id(), endpoint.secretNumber()));
    }

    private Optional<String> faultOf(Reseller reseller, Optional<URI> url) {
        if (url.isEmpty()) {
            return Optional.of("Enter a complete address, like https://hooks.acme.example/events.");
        }
        if (!schemeFits(url.get())) {
            return Optional.of("Enter an address that begins with https://.");
        }
        if (endpoints.of(reseller.id()).size() >= MOST_ENDPOINTS) {
            return Optional.of("There are " + MOST_ENDPOINTS + " endpoints already. Remove one first.");
        }
        try {
            new AllowedAddresses(terms::mayCall).resolve(url.get().getHost());
            return Optional.empty();
        } catch (NotAllowed inside) {
            return Optional.of("This address is not on the internet, so it cannot be called.");
        } catch (UnknownHostException unknown) {
            return Optional.of("There is no host named " + url.get().getHost() + ".");
        }
    }

    private boolean schemeFits(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (terms.privateAddresses() && scheme.equals("http"));
    }

    private static Optional<URI> parsed(String typed) {
        try {
            URI url = new URI(typed);
            boolean complete = typed.length() <= LONGEST_URL
                    && url.getScheme() != null
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null;
            return complete ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String hostOf(WebhookEndpoint endpoint) {
        return endpoint.url().getHost();
    }
}
