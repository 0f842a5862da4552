package io.rocketbots.onboarding.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.mail.MailTerms;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsCheckTest {

    private static final String OWN_SECRET = "kP3vQ9sYxT7wRb2nLmZf8hJd5cGa6eUo";

    private static final Map<String, Object> PRODUCTION = Map.of(
            "onboarding.base-url", "https://partners.example",
            "onboarding.hosts", "partners.example",
            "onboarding.secret", OWN_SECRET,
            "onboarding.domain.target-zone", "edge.example",
            "onboarding.domain.own-zones", "partners.example",
            "onboarding.mail.neutral-domain", "mail-post.example",
            "onboarding.mail.support-address", "partners@rocketbots.example",
            "spring.datasource.url", "jdbc:postgresql://postgres/onboarding");

    @Test
    void handsEachPartToItsFeature() {
        GenericApplicationContext context = production(Map.of("onboarding.review.period", "48h"));

        new SettingsCheck().initialize(context);
        context.refresh();

        assertThat(context.getBean(ReviewTerms.class).period()).isEqualTo(Duration.ofHours(48));
        assertThat(context.getBean(MailTerms.class).neutralDomain()).isEqualTo("mail-post.example");
        assertThat(context.getBean(Settings.class).secret()).isEqualTo(OWN_SECRET);
    }

    @Test
    void acceptsLocalModeAsItIs() {
        GenericApplicationContext context = context("local", Map.of("server.port", 8080), "application-local.yaml");

        assertThat(faults(context)).isEmpty();
    }

    @Test
    void acceptsTheMinutesOfTheDemo() {
        GenericApplicationContext context =
                context("local", Map.of("server.port", 8080), "application-demo.yaml", "application-local.yaml");

        assertThat(faults(context)).isEmpty();
    }

    @Test
    void namesEverythingThatAStartLacksAtOnce() {
        GenericApplicationContext bare = context("production", Map.of());

        assertThat(faults(bare))
                .extracting(SettingFault::description)
                .containsExactly(
                        "onboarding.base-url is not set.",
                        "onboarding.hosts is not set.",
                        "onboarding.secret is not set.",
                        "onboarding.domain.target-zone is not set.",
                        "onboarding.mail.base-url is made of onboarding.base-url, which is not set.",
                        "onboarding.mail.neutral-domain is not set.",
                        "onboarding.mail.support-address is not set.",
                        "spring.datasource.url is not set.");
    }

    @Test
    void saysWhatToSetInBothSpellings() {
        FailureAnalysis analysis =
                analyze(production(Map.of("onboarding.domain.target-zone", "", "onboarding.review.undo", "-1s")));

        assertThat(analysis.getDescription())
                .startsWith("2 settings are wrong:")
                .contains("onboarding.review.undo = -1s is less than nothing.");
        assertThat(analysis.getAction())
                .contains(
                        "Set onboarding.domain.target-zone (ONBOARDING_DOMAIN_TARGETZONE in the environment) to a zone")
                .contains("docs/settings.md");
    }

    @Test
    void namesOnlyTheSettingOfASecret() {
        FailureAnalysis analysis =
                analyze(production(Map.of("onboarding.secret", "hunter2", "onboarding.engine.password", "s3same")));

        assertThat(analysis.getDescription())
                .contains("onboarding.secret has only 7 characters.", "onboarding.engine.username is not set.")
                .doesNotContain("hunter2", "s3same");
        assertThat(analysis.getAction()).doesNotContain("hunter2", "s3same");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            onboarding.base-url                     | partners.example            | is no complete address.
            onboarding.base-url                     | http://partners.example     | is not encrypted
            onboarding.hosts                        | other.example               | lacks partners.example
            onboarding.hosts                        | Partners.example            | has capital letters
            onboarding.secret                       | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | is easily guessed
            onboarding.secret                       | local-mode-only-this-is-not-a-secret | is known to everybody
            onboarding.secret                       | change-me-change-me-change-me-change-me | is known to everybody
            onboarding.sample-data                  | true                        | password everybody knows
            onboarding.domain.target-zone           | partners.example            | so a target could be that host
            onboarding.domain.target-zone           | edge.partners.example       | tells everybody
            onboarding.domain.target-zone           | example                     | is no domain name
            onboarding.domain.own-zones             | other.example               | lacks partners.example
            onboarding.mail.neutral-domain          | mail.partners.example       | would tell who you are
            onboarding.mail.neutral-domain          | mail                        | is no domain name
            onboarding.mail.support-address         | partners                    | is no email address
            onboarding.team.leads                   | Ada Example                 | is no list of mailboxes
            onboarding.team.reviewers               | ada@partners.example        | onboarding.team.leads is not set
            onboarding.internal-port                | 70000                       | is no port
            onboarding.internal-port                | eighty                      | is not a whole number
            onboarding.dns.authoritative-port       | -1                          | is no port
            onboarding.dns.resolver                 | http://9.9.9.9              | is no name server
            onboarding.dns.private-servers          | true                        | inside your network
            onboarding.webhooks.private-addresses   | true                        | inside your network
            onboarding.dns.own-addresses            | 203.0.113.10,edge.example   | has something that is no IP address
            onboarding.rate-limits.api.count        | 0                           | is less than one
            onboarding.rate-limits.sign-in.period   | 0s                          | is no time at all
            onboarding.review.undo                  | -1s                         | is less than nothing
            onboarding.review.remind-before         | 73h                         | onboarding.review.period = 72h is not longer than onboarding.review.remind-before
            onboarding.review.minimum-after-answer  | 100h                        | onboarding.review.period = 72h is shorter than onboarding.review.minimum-after-answer
            onboarding.sign-in.session-lifetime     | 5m                          | is shorter than onboarding.sign-in.reauthenticate-after
            onboarding.sign-in.team-second-factor   | perhaps                     | is not true or false
            onboarding.waits.activation.second      | 2d                          | is not longer than onboarding.waits.activation.first
            onboarding.waits.branding.third         | 40d                         | onboarding.waits.branding.give-up = 30d is not longer than onboarding.waits.branding.third
            onboarding.domain.setup.give-up         | 1h                          | is not longer than onboarding.domain.setup.third
            onboarding.domain.check-intervals       | 30s,0s                      | is no time at all
            onboarding.invitations.valid-for        | 7d                          | is not longer than onboarding.invitations.second
            onboarding.mail.longest-retry           | 1s                          | is shorter than onboarding.mail.first-retry
            onboarding.tasks.usual.escalate-after   | 1d                          | is not longer than
            onboarding.contacts.import-size         | 0B                          | is no size at all
            onboarding.calendar.zone                | Mars/Olympus                | is not a time zone
            onboarding.engine.address               | zeebe:26500                 | is no gRPC address
            onboarding.engine.relay-poll            | 1s                          | is shorter than 5s
            onboarding.engine.release               | newest                      | is no version
            onboarding.links.operate                | operate                     | is no complete address
            """)
    void refusesWhatCannotBeMeant(String property, String value, String why) {
        List<SettingFault> faults = faults(production(Map.of(property, value)));

        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault.description()).contains(why))
                .allSatisfy(fault -> assertThat(fault.remedy()).contains("onboarding.", "ONBOARDING_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onboarding.engine.password", "spring.datasource.password", "spring.mail.password"})
    void refusesThePasswordOfLocalMode(String property) {
        List<SettingFault> faults =
                faults(production(Map.of("onboarding.engine.username", "app", property, SampleAccounts.PASSWORD)));

        assertThat(faults).extracting(SettingFault::property).contains(property);
        assertThat(faults).extracting(SettingFault::value).doesNotContain(SampleAccounts.PASSWORD);
    }

    @Test
    void letsATrialOnOneMachineBeUnencrypted() {
        assertThat(faults(production(
                        Map.of("onboarding.base-url", "http://localhost:8080", "onboarding.hosts", "localhost"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "onboarding.domain.targt-zone, onboarding.domain.target-zone",
        "onboarding.waits.activation.giveup-after, onboarding.waits.activation.give-up",
        "onboarding.review.period.hours, onboarding.review.period",
        "onboarding.secrets[0], onboarding.secret",
    })
    void refusesANameThatMeansNothing(String typed, String meant) {
        List<SettingFault> faults = faults(production(Map.of(typed, "anything")));

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.property()).isEqualTo(typed))
                .satisfies(fault -> assertThat(fault.remedy()).startsWith("Did you mean " + meant + "?"))
                .satisfies(fault -> assertThat(fault.value()).isNull());
    }

    @Test
    void refusesANameThatMeansNothingInTheEnvironmentToo() {
        GenericApplicationContext context = production(Map.of());
        environment(context, Map.of("ONBOARDING_DOMAIN_TARGETZON", "edge.example"));

        assertThat(faults(context))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.remedy()).startsWith("Did you mean ONBOARDING_DOMAIN_TARGETZONE?"));
    }

    @Test
    void knowsEverySpellingThatCounts() {
        GenericApplicationContext context = production(Map.of(
                "onboarding.domain.checkIntervals[0]", "30s",
                "onboarding.domain.checkIntervals[1]", "1m",
                "onboarding.contacts.import_lines", "5"));
        environment(
                context,
                Map.of(
                        "ONBOARDING_REVIEW_CLAIMIDLE", "1h",
                        "ONBOARDING_MAIL_GATHER_FOR", "1h",
                        "ONBOARDING_HOSTS_0", "partners.example"));

        assertThat(faults(context)).isEmpty();
    }

    @Test
    void leavesAloneWhatIsNotOurs() {
        GenericApplicationContext context = production(Map.of("onboardings.x", "1", "server.port", "80"));
        environment(
                context,
                Map.of(
                        "ONBOARDING_SERVICE_HOST", "10.0.0.1",
                        "ONBOARDING_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "ONBOARDING_SERVICE_PORT_HTTP", "8080"));

        assertThat(faults(context)).isEmpty();
    }

    @Test
    void refusesNothingThatMavenHandsToATest() {
        GenericApplicationContext context = production(Map.of());
        context.getEnvironment()
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                                Map.of("onboarding.browser", "required")));

        assertThat(faults(context)).isEmpty();
    }

    @Test
    void stopsTheStart() {
        GenericApplicationContext context = production(Map.of("onboarding.secret", "short"));

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> new SettingsCheck().initialize(context))
                .withMessageContaining("onboarding.secret has only 5 characters.");
    }

    private static List<SettingFault> faults(GenericApplicationContext context) {
        SettingsRefused refused =
                catchThrowableOfType(SettingsRefused.class, () -> new SettingsCheck().initialize(context));
        return refused == null ? List.of() : refused.faults();
    }

    private static FailureAnalysis analyze(GenericApplicationContext context) {
        SettingsRefused refused =
                catchThrowableOfType(SettingsRefused.class, () -> new SettingsCheck().initialize(context));
        return Objects.requireNonNull(new SettingsRefusedAnalyzer().analyze(refused));
    }

    private static GenericApplicationContext production(Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(PRODUCTION);
        settings.putAll(changes);
        return context("production", settings);
    }

    private static GenericApplicationContext context(String profile, Map<String, Object> settings, String... files) {
        GenericApplicationContext context = new GenericApplicationContext();
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addLast(new MapPropertySource("test", settings));
        Arrays.stream(files).forEach(file -> add(file, environment));
        add("application.yaml", environment);
        context.setEnvironment(environment);
        return context;
    }

    private static void add(String file, StandardEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void environment(GenericApplicationContext context, Map<String, Object> variables) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }
}
