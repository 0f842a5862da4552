package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Local mode with sample data: every state of a case can be looked at, and a platform is live. */
class SampleDataJourneyTest {

    private static ApplicationProcess application;
    private static URI baseUrl;

    @BeforeAll
    static void startAndKillInTheMiddle() {
        application = ApplicationProcess.start(Map.of("onboarding.sample-data", true));
        baseUrl = application.baseUrl();
        new Mailbox(baseUrl, "kim@brightbird.localhost").await("Welcome to the Rocketbots Reseller Program");
        application.kill();
        application.startAgain();
        Awaitility.await("the sample data")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> new Visitor(baseUrl).open("/local"), page -> page.contains("A dozen companies"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aCaseInEveryStateIsThereOnce() {
        String cases = Visitor.reviewer(baseUrl).open("/team/applications");

        assertThat(cases)
                .containsOnlyOnce("Tidewater Telecom")
                .containsOnlyOnce("Fast Lane Leads")
                .containsOnlyOnce("Nimbus Desk")
                .containsOnlyOnce("Bright Bird")
                .contains(
                        "data-status=\"UNDER_REVIEW\"",
                        "data-status=\"WAITING_FOR_APPLICANT\"",
                        "data-status=\"REJECTED\"",
                        "data-status=\"WITHDRAWN\"",
                        "data-status=\"APPROVED\"",
                        "data-status=\"LIVE\"");
    }

    @Test
    void theTeamHasSomethingToDecide() {
        Desk desk = new Desk(baseUrl);

        assertThat(desk.tasks("open", "Harbor Lane Commerce")).hasSize(1);
        assertThat(desk.tasks("open", "Savanna Connect")).hasSize(1);
        assertThat(desk.tasks("open", "Corner Shop Systems")).hasSize(1);
    }

    @Test
    void nobodyIsWrittenToTwice() {
        assertThat(new Mailbox(baseUrl, "kim@brightbird.localhost").all("Your platform is live"))
                .hasSize(1);
        assertThat(new Mailbox(baseUrl, "mara@lanternpost.example").all("You are invited to"))
                .hasSize(1);
    }

    @Test
    void theWrongRecordIsDiagnosed() {
        assertThat(moduleOf("astrid@fjord.localhost")).contains("shops.sitebuilder.localhost", "Hurtig Ferries");
    }

    @Test
    void aPlatformIsLiveWithSpacesInEveryState() throws IOException {
        assertThat(signInPage("chat.brightbird.localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("Bright Bird");
        assertThat(moduleOf("kim@brightbird.localhost"))
                .contains("Lantern Post", "Nordlicht Optik", "Suspended", "Old Mill Bakery", "Cancelled");
    }

    private static String moduleOf(String email) {
        Visitor reseller = new Visitor(baseUrl);
        reseller.signIn(email, SampleAccounts.PASSWORD);
        return reseller.open("/reseller");
    }

    /** Asked for by hand, since not every machine knows the names below localhost. */
    private static String signInPage(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), baseUrl.getPort())) {
            String request = "GET /sign-in HTTP/1.1\r\nHost: " + host + ":" + baseUrl.getPort()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
