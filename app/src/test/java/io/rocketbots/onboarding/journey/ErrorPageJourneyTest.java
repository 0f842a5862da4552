package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What is said when something does not work, also to those who do not ask for a page. */
@WholeApplication
class ErrorPageJourneyTest {

    @Autowired
    private Environment environment;

    @Test
    void saysOnAPageThatThereIsNothing() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/nothing-is-here")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("There is nothing here");
    }

    @Test
    void tellsAFormThatWasOpenForTooLongFromAPageOfSomebodyElse() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/reseller-program/apply"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("companyName=Acme")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This page was open for too long", "load the page again")
                .doesNotContain("You have no access");
    }

    @Test
    void answersAProgramWithAProblem() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/nothing-is-here")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private URI uri(String path) {
        return URI.create(environment.getRequiredProperty("onboarding.base-url"))
                .resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
