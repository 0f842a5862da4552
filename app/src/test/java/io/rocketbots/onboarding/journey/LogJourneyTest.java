package io.rocketbots.onboarding.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the log says of a case, and of whom it says nothing. */
@WholeApplication
class LogJourneyTest {

    @Autowired
    private Environment environment;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void pageRelayJobAndMailStandInTheLogUnderTheIdThatTheSenderOfTheFormIsTold() {
        try (LogLines log = new LogLines()) {
            MvcTestResult answer = mvc.post()
                    .uri("/reseller-program/apply")
                    .with(csrf())
                    .param("companyName", "Traced Bots")
                    .param("website", "https://traced-bots.example")
                    .param("contactName", "Ada Example")
                    .param("email", "ada@traced-bots.example")
                    .param("country", "DE")
                    .param("expectedSpaces", "25")
                    .param("offer", "Support and billing in German for small shops.")
                    .param("consent", "true")
                    .exchange();

            assertThat(answer).hasStatus3xxRedirection();
            String reference = requireNonNull(answer.getResponse().getHeader("X-Request-Id"));
            assertThat(reference).matches("[0-9a-f]{32}");
            ILoggingEvent page = log.await(reference, "application-submitted", "is put into the outbox");
            String application = page.getFormattedMessage().replaceAll(".* about (\\S+) .*", "$1");
            assertThat(traceOf(log.await("application-submitted", application, "is with the engine")))
                    .isEqualTo(reference);
            ILoggingEvent job = log.await("Job confirm-receipt", "completed", application);
            assertThat(traceOf(job)).isEqualTo(reference);
            assertThat(job.getMDCPropertyMap())
                    .containsEntry("applicationId", application)
                    .containsEntry("job", "confirm-receipt")
                    .containsKey("instance");
            assertThat(traceOf(log.await("(APPLICATION_RECEIVED) is sent", application)))
                    .isEqualTo(reference);
        }
    }

    @Test
    void noAddressOfAnybodyGetsIntoTheLog() {
        URI baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        Company company = new Company("Canary Bots", "canary-4711@canary-bots.example");
        try (LogLines log = new LogLines()) {
            company.apply(baseUrl);
            Desk desk = new Desk(baseUrl);
            desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "Welcome");
            URI activation = company.mailbox(baseUrl)
                    .await("Welcome to the Rocketbots Reseller Program")
                    .link("/activate/");
            new Visitor(baseUrl).open(activation.getPath());
            new Visitor(baseUrl).send("/forgot-password", "/forgot-password", Map.of("email", company.email()));
            mvc.post()
                    .uri("/sign-in")
                    .with(csrf())
                    .param("email", company.email())
                    .param("password", "wrong")
                    .exchange();

            assertThat(log.texts()).isNotEmpty().noneMatch(line -> line.contains("canary-4711"));
            String token = activation.getPath().substring("/activate/".length());
            assertThat(log.texts()).noneMatch(line -> line.contains(token));
        }
    }

    private static String traceOf(ILoggingEvent line) {
        return line.getMDCPropertyMap().getOrDefault("traceId", "none");
    }
}
