package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.deploy.ComposeFile;
import io.rocketbots.onboarding.deploy.Variables;
import io.rocketbots.onboarding.local.dns.TestZones;
import io.rocketbots.onboarding.local.engine.StandaloneEngine;
import io.rocketbots.onboarding.local.mail.MailServer;
import io.rocketbots.onboarding.local.mode.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The application as docker-compose.yml runs it, but for the containers: outside local mode, with the very environment of
 * that file and an {@code .env} that deploy/create-env has written, on PostgreSQL, with an engine, a mail server and a name
 * server of their own, behind a Caddy with deploy/Caddyfile.
 */
final class Production implements AutoCloseable {

    static final String HOST = "partners.localhost";
    static final String LEAD = "lead@partners.localhost";
    static final URI PLATFORM = URI.create("https://" + HOST);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String TARGET_ZONE = "edge.platform.localhost";
    private static final String DATABASE = "onboarding";
    private static final String SAVED = "saved";
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration END_PATIENCE = Duration.ofSeconds(40);

    private final Path home =
            Path.of("target", "journey", "production-" + UUID.randomUUID()).toAbsolutePath();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final int httpPort;
    private final int httpsPort;
    private final int appPort;
    private final int internalPort;

    private final EmbeddedPostgres postgres;
    private final MailServer mails;
    private final TestZones zones;
    private final StandaloneEngine engine;
    private ProcessBuilder application = new ProcessBuilder();
    private @Nullable Process running;

    private Production() throws Exception {
        List<Integer> ports = FreePorts.take(4);
        httpPort = ports.get(0);
        httpsPort = ports.get(1);
        appPort = ports.get(2);
        internalPort = ports.get(3);
        Files.createDirectories(home);
        postgres = part(EmbeddedPostgres.builder().start());
        createDatabase(postgres);
        mails = part(MailServer.start());
        zones = part(TestZones.start(TARGET_ZONE));
        engine = part(StandaloneEngine.start(home.resolve("engine")));
    }

    static Production start() throws Exception {
        Production production = new Production();
        try {
            Variables variables = production.createEnv();
            production.startProxy(variables);
            production.application = production.applicationWith(variables);
            production.startApplication();
            return production;
        } catch (Exception | Error failed) {
            production.close();
            throw failed;
        }
    }

    MailServer mails() {
        return mails;
    }

    TestZones zones() {
        return zones;
    }

    int httpPort() {
        return httpPort;
    }

    int internalPort() {
        return internalPort;
    }

    /** Somebody at a browser whose network address ends in that number. */
    HttpClient.Builder visitorAt(int number) throws IOException, GeneralSecurityException {
        Tunnel tunnel = part(Tunnel.to(httpsPort, "127.0.0." + number));
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(tunnel.entrance()))
                .sslContext(trustingTheProxy());
    }

    /**
     * Does what deploy/backup does, in the same order: the engine stands still while database and engine are copied.
     *
     * @param meanwhile what people do after the engine was stopped and before the database is copied
     */
    void save(Runnable meanwhile) throws IOException {
        engine.close();
        meanwhile.run();
        copyDatabase(DATABASE, SAVED);
        FileSystemUtils.copyRecursively(engine.state(), home.resolve(SAVED));
        engine.startAgain();
    }

    /** Does what deploy/restore does: everything is as it was when it was saved. */
    void restore() throws IOException, InterruptedException {
        end(Objects.requireNonNull(running));
        engine.close();
        administrator().sql("DROP DATABASE onboarding WITH (FORCE)").update();
        copyDatabase(SAVED, DATABASE);
        FileSystemUtils.deleteRecursively(engine.state());
        FileSystemUtils.copyRecursively(home.resolve(SAVED), engine.state());
        engine.startAgain();
        startApplication();
    }

    /** As pg_dump and pg_restore do, which do not come with the database under test; connections end for a moment. */
    private void copyDatabase(String from, String to) {
        administrator()
                .sql("ALTER DATABASE " + from + " ALLOW_CONNECTIONS false")
                .update();
        administrator()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
                .param("name", from)
                .query(Boolean.class)
                .list();
        administrator()
                .sql("CREATE DATABASE " + to + " TEMPLATE " + from + " OWNER onboarding")
                .update();
        administrator()
                .sql("ALTER DATABASE " + from + " ALLOW_CONNECTIONS true")
                .update();
    }

    private JdbcClient administrator() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private <T extends AutoCloseable> T part(T started) {
        parts.push(started);
        return started;
    }

    private Variables createEnv() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("deploy"));
        Files.copy(ROOT.resolve("deploy/create-env"), home.resolve("deploy/create-env"));
        Files.copy(ROOT.resolve(".env.example"), home.resolve(".env.example"));
        Process create = new ProcessBuilder(
                        "sh",
                        "deploy/create-env",
                        HOST,
                        TARGET_ZONE,
                        "mail.platform.localhost",
                        "help@partners.localhost",
                        "Lee Lead <" + LEAD + ">")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("create-env.log").toFile())
                .start();
        assertThat(create.waitFor()).as("deploy/create-env, see %s", home).isZero();
        return Variables.of(home.resolve(".env"));
    }

    private static void createDatabase(EmbeddedPostgres postgres) {
        JdbcClient administrator = JdbcClient.create(postgres.getPostgresDatabase());
        administrator.sql("CREATE ROLE onboarding LOGIN").update();
        administrator.sql("CREATE DATABASE onboarding OWNER onboarding").update();
    }

    private void startProxy(Variables variables) throws IOException {
        ProcessBuilder caddy = new ProcessBuilder(
                "caddy", "run", "--config", ROOT.resolve("deploy/Caddyfile").toString(), "--adapter", "caddyfile");
        caddy.environment().putAll(ComposeFile.ofOneMachine().environment("caddy", variables));
        caddy.environment()
                .putAll(Map.of(
                        "XDG_DATA_HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.toString(),
                        "APP_NODES", "127.0.0.1:" + appPort,
                        "APP_INTERNAL", "127.0.0.1:" + internalPort,
                        "APP_HEALTH_PORT", String.valueOf(internalPort),
                        "CADDY_GLOBAL_OPTIONS", """
                                http_port %d
                                https_port %d
                                default_bind 127.0.0.1
                                admin off
                                local_certs
                                skip_install_trust
                                """.formatted(httpPort, httpsPort)));
        run(caddy, "caddy.log");
        Awaitility.await("Caddy, see " + home.resolve("caddy.log"))
                .atMost(START_PATIENCE)
                .until(() -> Files.exists(rootCertificate()));
    }

    private ProcessBuilder applicationWith(Variables variables) {
        ProcessBuilder application = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ProductionOnThisMachine.class.getName());
        Map<String, String> environment = application.environment();
        Map<String, String> reachable = Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", String.valueOf(mails.port()),
                "SMTP_AUTH", "false",
                "SMTP_STARTTLS", "false");
        Map<String, String> all = new HashMap<>(variables.all());
        all.putAll(reachable);
        environment.putAll(ComposeFile.ofOneMachine().environment("app", new Variables(all)));
        environment.putAll(Map.of(
                "SERVER_PORT", String.valueOf(appPort),
                "SERVER_ADDRESS", "127.0.0.1",
                "ONBOARDING_INTERNALPORT", String.valueOf(internalPort),
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE,
                "ONBOARDING_ENGINE_ADDRESS", engine.address().toString()));
        // The public's DNS is not at hand, and nobody waits for days.
        environment.putAll(Map.of(
                "ONBOARDING_DNS_RESOLVER", "127.0.0.1:" + zones.port(),
                "ONBOARDING_DNS_AUTHORITATIVEPORT", String.valueOf(zones.port()),
                "ONBOARDING_DNS_OWNADDRESSES", "127.0.0.1,::1",
                "ONBOARDING_DOMAIN_LOCALNAMES", "true",
                "ONBOARDING_DOMAIN_CHECKNOWPAUSE", "200ms",
                "ONBOARDING_DOMAIN_WATCH_EVERY", "3s",
                "ONBOARDING_DOMAIN_WATCH_WHILEBROKEN", "1s",
                "ONBOARDING_DOMAIN_WATCH_SUSPENDAFTER", "3s",
                "ONBOARDING_REVIEW_UNDO", "1s"));
        return application;
    }

    private void startApplication() throws IOException {
        Process process = run(application, "application.log");
        running = process;
        RestClient health = RestClient.create("http://127.0.0.1:" + internalPort);
        Awaitility.await("the application, see " + home.resolve("application.log"))
                .atMost(START_PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .failFast("the application ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(RestClientException.class)
                .until(() -> health.get()
                        .uri("/actuator/health/readiness")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .is2xxSuccessful());
    }

    private Process run(ProcessBuilder builder, String log) throws IOException {
        Process process = builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve(log).toFile()))
                .start();
        parts.push(() -> end(process));
        return process;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private Path rootCertificate() {
        return home.resolve("caddy/pki/authorities/local/root.crt");
    }

    private SSLContext trustingTheProxy() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(rootCertificate())) {
            trusted.setCertificateEntry(
                    "caddy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Ends the parts in the opposite order of their start. */
    @Override
    public void close() {
        List<Exception> faults = new ArrayList<>();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception fault) {
                faults.add(fault);
            }
        }
        assertThat(faults).as("what went wrong at the end").isEmpty();
    }
}
