package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@WholeApplication
class UploadLimitJourneyTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    private Environment environment;

    @ParameterizedTest
    @ValueSource(ints = {33, 100})
    void answersAPageThatCanBeReadToUploadsThatAreTooLarge(int megabytes) throws IOException, InterruptedException {
        URI page = URI.create(environment.getRequiredProperty("onboarding.base-url"))
                .resolve("/sign-in");
        HttpRequest upload = HttpRequest.newBuilder(page)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(new byte[megabytes * MEGABYTE]))
                .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(upload, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("That file is too large");
        }
    }
}
