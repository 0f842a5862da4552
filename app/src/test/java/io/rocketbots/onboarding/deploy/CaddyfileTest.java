package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.domain.ArrivalTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy's settings, read by the real proxy. */
@Needs("caddy")
class CaddyfileTest {

    private static final String CADDYFILE =
            ComposeFile.ROOT.resolve("deploy/Caddyfile").toString();

    @TempDir
    private Path home = Path.of("");

    @Test
    void isUnderstoodWithWhatComposeSets() throws Exception {
        Variables variables = new Variables(Map.of("PLATFORM_HOST", "partners.example"));

        Ran ran = caddy(variables, "validate", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("Valid configuration").doesNotContain("not formatted");
    }

    @Test
    void takesCaddysOwnOptions() throws Exception {
        Variables variables = new Variables(
                Map.of("PLATFORM_HOST", "partners.example", "CADDY_GLOBAL_OPTIONS", "email ops@partners.example"));

        Ran ran = caddy(variables, "adapt", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("ops@partners.example", "http://application:8081/internal/tls/allow");
    }

    @Test
    void letsNothingButOurOwnQuestionThroughWithoutHttps() throws Exception {
        Variables variables = new Variables(Map.of("PLATFORM_HOST", "partners.example"));

        Ran ran = caddy(variables, "adapt", "--config", CADDYFILE, "--adapter", "caddyfile");

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output())
                .contains("\"listen\":[\":80\"]", "\"not\":[{\"path\":[\"" + ArrivalTokens.PATH + "*\"]}]")
                .contains("\"https://{http.request.host}{http.request.uri}\"");
    }

    private Ran caddy(Variables variables, String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = ComposeFile.ofOneMachine().environment("caddy", variables);
        return Ran.in(home, environment, "caddy", arguments);
    }
}
