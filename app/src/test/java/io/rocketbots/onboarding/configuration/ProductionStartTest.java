package io.rocketbots.onboarding.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.OnboardingApplication;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.local.mode.FreePorts;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

/** The application as it starts without profile {@code local}, while its engine is away. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionStartTest {

    private static final List<Integer> PORTS = FreePorts.take(3);
    private static final Map<String, Object> SETTINGS = Map.of(
            "server.port", PORTS.get(0),
            "onboarding.internal-port", PORTS.get(1),
            "onboarding.base-url", "http://localhost:" + PORTS.get(0),
            "onboarding.hosts", "localhost",
            "onboarding.secret", "kP3vQ9sYxT7wRb2nLmZf8hJd5cGa6eUo",
            "onboarding.engine.address", "http://127.0.0.1:" + PORTS.get(2),
            "onboarding.domain.target-zone", "edge.example",
            "onboarding.mail.neutral-domain", "mail-post.example",
            "onboarding.mail.support-address", "partners@rocketbots.example",
            "spring.datasource.url", "jdbc:h2:mem:production;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");

    private static final List<String> OUR_LOOPS =
            List.of("Deployment", "OutboxRelay", "JobRunner", "MailDispatcher", "WebhookDispatcher", "ImportRunner");
    private static final List<String> loopsBeforeThePortsWereOpen = new ArrayList<>();

    private static ConfigurableApplicationContext application;
    private static final RestClient visitor = RestClient.builder()
            .baseUrl("http://localhost:" + PORTS.get(0))
            .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
            .build();

    @BeforeAll
    static void start() {
        application = start(Map.of());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static ConfigurableApplicationContext start(Map<String, Object> changes) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.putAll(changes);
        SpringApplication production = new SpringApplication(OnboardingApplication.class);
        production.addListeners(new LooksAtLoops());
        return production.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Which of our loops run when the ports are open, which is nearly the end of the start. */
    private static final class LooksAtLoops implements ApplicationListener<WebServerInitializedEvent> {
        @Override
        public void onApplicationEvent(WebServerInitializedEvent event) {
            loopsBeforeThePortsWereOpen.addAll(runningLoops(event.getApplicationContext()));
        }
    }

    private static List<String> runningLoops(ApplicationContext context) {
        return context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(SmartLifecycle::isRunning)
                .map(loop -> loop.getClass().getSimpleName())
                .filter(OUR_LOOPS::contains)
                .toList();
    }

    @Test
    void startsItsLoopsLastAndOnPlatformThreads() {
        assertThat(loopsBeforeThePortsWereOpen).isEmpty();
        assertThat(runningLoops(application)).containsExactlyInAnyOrderElementsOf(OUR_LOOPS);
        // Those alone are in this list.
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains(
                        "deployment",
                        "outbox-relay",
                        "mail-dispatcher",
                        "webhook-dispatcher",
                        "contact-import-0",
                        "contact-import-1")
                .anyMatch(name -> name.startsWith("scheduling-"))
                .anyMatch(name -> name.startsWith("http-nio"));
        assertThat(Threading.VIRTUAL.isActive(application.getEnvironment())).isFalse();
    }

    @Test
    void servesItsPages() {
        assertThat(status("/reseller-program")).isEqualTo(200);
        assertThat(status("/sign-in")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/local",
                "/local/mail",
                "/local/mail.json",
                "/local/mail/3f0f7c1e-5b0c-4a57-9d3c-0d8f9e3f7a11",
                "/local/mail/3f0f7c1e-5b0c-4a57-9d3c-0d8f9e3f7a11/html",
                "/local/dns"
            })
    void hasNoPageOfLocalMode(String path) {
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void hasNoPartOfLocalMode() {
        List<String> local = Arrays.stream(application.getBeanDefinitionNames())
                .filter(name -> {
                    Profile profile = application.getBeanFactory().findAnnotationOnBean(name, Profile.class);
                    return profile != null && List.of(profile.value()).contains("local");
                })
                .toList();

        assertThat(local).isEmpty();
        assertThat(application.getBeanDefinitionNames()).doesNotContain("localEngine", "localSettings");
    }

    @Test
    void hasNobodyWhosePasswordIsKnown() {
        assertThat(application.getBean(Accounts.class).findAll()).isEmpty();
    }

    @Test
    void refusesADatabaseThatLocalModeHasUsed(CapturedOutput output) {
        Accounts accounts = application.getBean(Accounts.class);
        Account reviewer = accounts.save(Account.invite(
                PlatformId.ROCKETBOTS,
                "reviewer@rocketbots.localhost",
                "Robin Reviewer",
                Roles.of(Role.REVIEWER),
                Instant.now()));

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> start(Map.of("server.port", 0, "onboarding.internal-port", 0)));

        assertThat(output).contains("leads to a database of local mode", "a database that local mode has never used");
        accounts.delete(reviewer);
    }

    @Test
    void printsEverythingThatIsWrongInPlaceOfAStackTrace(CapturedOutput output) {
        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> start(Map.of(
                        "onboarding.secret", "local-mode-only-this-is-not-a-secret",
                        "onboarding.sample-data", true,
                        "onboarding.domain.targetzonen", "edge.example")));

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "3 settings are wrong:",
                        "onboarding.secret is known to everybody",
                        "onboarding.sample-data = true makes people whose password everybody knows.",
                        "Did you mean onboarding.domain.target-zone?")
                .doesNotContain("local-mode-only-this-is-not-a-secret", "\tat io.rocketbots");
        assertThat(output.getErr().lines())
                .as("in lines for people, beside the log's one line for programs")
                .contains("3 settings are wrong:")
                .anyMatch(line -> line.startsWith("  onboarding.secret is known to everybody"));
    }

    private static int status(String path) {
        return visitor.get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }
}
