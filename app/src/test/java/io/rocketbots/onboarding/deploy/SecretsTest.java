package io.rocketbots.onboarding.deploy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No key, token or password is committed. */
class SecretsTest {

    /** Of local mode, where nothing is guarded; the README says them. */
    private static final Set<String> KNOWN = Set.of("local-rocketbots-1", "local-mode-only-this-is-not-a-secret");

    @Test
    @Needs("git")
    void noneIsCommitted() throws Exception {
        Path root = ComposeFile.ROOT.toAbsolutePath().normalize();
        assumeThat(root.resolve(".git")).as("Sources without their repository").exists();

        Ran files = Ran.in(root, Map.of("LC_ALL", "C.UTF-8"), "git", "-c", "core.quotePath=false", "ls-files");

        assertThat(files.exitCode()).isZero();
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (String path : files.output().lines().toList()) {
            Path file = root.resolve(path);
            if (Files.isRegularFile(file)) {
                // Every byte is a letter in it, so that a picture with a key behind it is looked through as well.
                found.addAll(Secrets.in(path, Files.readString(file, ISO_8859_1), KNOWN));
                looked++;
            }
        }
        assertThat(found).isEmpty();
        assertThat(looked).isGreaterThan(1000);
    }

    /** In two halves, so that this file has none itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app/src/main/java/A.java   | -----BEGIN PRI        | VATE KEY-----
                    docs/a.md                  | -----BEGIN OPENSSH PRI | VATE KEY-----
                    A.java                     | key = "AKI            | AIOSFODNN7EXAMPLE"
                    A.java                     | ghp                   | _0123456789abcdefghijABCDEFGHIJ012345
                    A.java                     | github                | _pat_0123456789abcdefghijAB_0123456789
                    A.java                     | glpat                 | -0123456789abcdefghij
                    A.java                     | AIz                   | aSyA0123456789abcdefghijABCDEFGHIJ01234
                    A.java                     | xox                   | b-123456789012-abcdef
                    A.java                     | https://hooks.slack   | .com/services/T0123/B0123/abc
                    A.java                     | sk_li                 | ve_0123456789abcdefghij
                    A.java                     | SG                    | .0123456789abcdefghij.0123456789abcdefghij
                    .npmrc                     | npm                   | _0123456789abcdefghijABCDEFGHIJ012345
                    A.java                     | key                   | _0123456789abcdefghijABCDEFGHIJ0123456789-_a
                    A.java                     | eyJ                   | hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl
                    A.java                     | postgres://app:hunter | 22@db.example/app
                    application.yaml           | password              | : hunter2-hunter2
                    application.yaml           | "secret               | ": 'correct horse battery staple'
                    deploy/app.properties      | spring.mail.password  | =hunter2-hunter2
                    .env.example               | POSTGRES_PASSWORD     | =0a1b2c3d4e5f
                    docker-compose.yml         | ONBOARDING_SECRET     | : 0a1b2c3d4e5f60718293a4b5c6d7e8f9
                    deploy/backup              | export API_KEY        | =0a1b2c3d4e5f
                    deploy/tls/site.key        | in it, whatever       | it says
                    .env                       | in it, whatever       | it says
                    """)
    void seesWhatMustNotBe(String path, String one, String other) {
        assertThat(Secrets.in(path, "first\n" + one + other + "\nlast", KNOWN)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application-local.yaml | secret: local-mode-only-this-is-not-a-secret
                    application.yaml       | secret-overlap: 24h
                    .env.example           | POSTGRES_PASSWORD=
                    docker-compose.yml     | POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?run deploy/create-env}
                    docs/running.md        | password: <the one of the mail server>
                    A.java                 | String password = someWords();
                    """)
    void seesNothingInWhatHoldsNone(String path, String line) {
        assertThat(Secrets.in(path, line, KNOWN)).isEmpty();
    }
}
