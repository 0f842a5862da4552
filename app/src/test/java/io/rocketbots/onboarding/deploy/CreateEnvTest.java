package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateEnvTest {

    private static final List<String> SECRETS = List.of(
            "ONBOARDING_SECRET",
            "POSTGRES_PASSWORD",
            "ONBOARDING_DB_PASSWORD",
            "CAMUNDA_DB_PASSWORD",
            "CAMUNDA_ADMIN_PASSWORD",
            "CAMUNDA_APP_PASSWORD");

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(home.resolve("deploy"));
        Files.copy(ComposeFile.ROOT.resolve("deploy/create-env"), home.resolve("deploy/create-env"));
        Files.copy(ComposeFile.ROOT.resolve(".env.example"), home.resolve(".env.example"));
    }

    @Test
    void makesPasswordsThatNobodyKnows() throws Exception {
        assertThat(create().exitCode()).isZero();
        Map<String, String> first = Variables.of(home.resolve(".env")).all();
        Files.delete(home.resolve(".env"));
        assertThat(create().exitCode()).isZero();
        Map<String, String> second = Variables.of(home.resolve(".env")).all();

        assertThat(SECRETS)
                .allSatisfy(secret -> assertThat(first.get(secret)).matches("[0-9a-f]{64}"))
                .allSatisfy(secret -> assertThat(first.get(secret)).isNotEqualTo(second.get(secret)));
        assertThat(SECRETS.stream().map(first::get).distinct()).hasSameSizeAs(SECRETS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesTheNamesAndKeepsTheRestOfTheExample() throws Exception {
        create();

        Map<String, String> created = Variables.of(home.resolve(".env")).all();
        assertThat(created)
                .containsEntry("PLATFORM_HOST", "partners.example")
                .containsEntry("TARGET_ZONE", "edge.platform.example")
                .containsEntry("MAIL_DOMAIN", "mail.platform.example")
                .containsEntry("SUPPORT_ADDRESS", "help@partners.example")
                .containsEntry("TEAM_LEADS", "Ada Example <ada@partners.example>")
                .containsEntry("SMTP_STARTTLS", "true")
                .containsEntry("SMTP_PASSWORD", "");
        assertThat(created.keySet())
                .isEqualTo(Variables.of(home.resolve(".env.example")).all().keySet());
    }

    @Test
    void neverChangesOneThatIsThere() throws Exception {
        Files.writeString(home.resolve(".env"), "POSTGRES_PASSWORD=in-use\n");

        Ran ran = create();

        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.output()).contains("There is a .env already");
        assertThat(home.resolve(".env")).hasContent("POSTGRES_PASSWORD=in-use");
    }

    @ParameterizedTest
    @CsvSource({
        "https://partners.example, Ada <ada@partners.example>, is no host name",
        "Partners.example, Ada <ada@partners.example>, is no host name",
        "partners, Ada <ada@partners.example>, is no host name",
        "partners.example, Ada, is no mail address",
        "partners.example, 'Ada \"Admin\" <ada@partners.example>', is no mail address",
        "partners.example, Ada $HOME <ada@partners.example>, is no mail address"
    })
    void refusesWhatIsNoNameOrAddress(String host, String lead, String words) throws Exception {
        Ran ran = Ran.in(
                home,
                Map.of(),
                "sh",
                "deploy/create-env",
                host,
                "edge.platform.example",
                "mail.platform.example",
                "help@partners.example",
                lead);

        assertThat(ran.exitCode()).isNotZero();
        assertThat(ran.output()).contains(words);
        assertThat(home.resolve(".env")).doesNotExist();
    }

    @Test
    void makesOneToTryItOutWithMailpit() throws Exception {
        Ran ran = Ran.in(home, Map.of(), "sh", "deploy/create-env", "--dev");

        Variables variables = Variables.of(home.resolve(".env"));
        assertThat(ran.exitCode()).isZero();
        assertThat(variables.all()).containsEntry("COMPOSE_PROFILES", "dev");
        Map<String, String> environment = ComposeFile.ofOneMachine().environment("app", variables);
        assertThat(environment)
                .containsEntry("SPRING_MAIL_HOST", "mailpit")
                .containsEntry("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false");
        assertThat(ComposeFile.ofOneMachine().services()).containsKey("mailpit");
    }

    private Ran create() throws IOException, InterruptedException {
        return Ran.in(
                home,
                Map.of(),
                "sh",
                "deploy/create-env",
                "partners.example",
                "edge.platform.example",
                "mail.platform.example",
                "help@partners.example",
                "Ada Example <ada@partners.example>");
    }
}
