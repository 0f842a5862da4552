package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.journey.Mailbox.Mail;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of a domain after it went live: it breaks and is mended, and the platform moves to another one. */
@WholeApplication
class DomainLifeJourneyTest extends DomainJourney {

    @Test
    void aLiveDomainIsWatchedAndTheFormerOneLeadsToTheNewOne() throws IOException {
        Company company = Company.named("Wandering Bots");
        Mailbox mailbox = company.mailbox(baseUrl);
        Visitor reseller = newReseller(company);
        saveDomain(reseller, "chat.wandering-bots.localhost");
        String target = awaitModule(reseller, Pattern.compile("data-copy=\"([a-z0-9-]+\\.edge\\.localhost)\""));
        String record = setRecord("chat.wandering-bots.localhost", "CNAME", target, "");
        checkUntil(reseller, "data-state=\"live\"");

        setRecord("chat.wandering-bots.localhost", "CNAME", "shops.other.localhost", record);
        checkUntil(reseller, "data-state=\"broken\"");
        Mail warning = mailbox.await("chat.wandering-bots.localhost does not point to your platform any more");
        assertThat(warning.text()).contains("leads to shops.other.localhost instead of " + target);
        assertThat(answer("chat.wandering-bots.localhost", "/sign-in")).startsWith("HTTP/1.1 200");

        setRecord("chat.wandering-bots.localhost", "CNAME", target, record);
        checkUntil(reseller, "data-state=\"live\"");
        mailbox.await("chat.wandering-bots.localhost points to your platform again");

        saveDomain(reseller, "talk.wandering-bots.localhost");
        assertThat(reseller.open(MODULE)).contains("Moving to talk.wandering-bots.localhost", "Cancel Change");
        setRecord("talk.wandering-bots.localhost", "CNAME", target, "");
        checkUntil(reseller, "chat.wandering-bots.localhost leads there too");
        assertThat(answer("chat.wandering-bots.localhost", "/sign-in?next=%2Fspaces"))
                .startsWith("HTTP/1.1 308")
                .contains("Location: http://talk.wandering-bots.localhost:" + baseUrl.getPort()
                        + "/sign-in?next=%2Fspaces");
        assertThat(answer("talk.wandering-bots.localhost", "/sign-in")).startsWith("HTTP/1.1 200");
    }
}
