package io.rocketbots.onboarding.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that production runs, as the build has packed it. */
class PackagedJarIT {

    private static final Path JAR = Path.of("target", "reseller-onboarding.jar").toAbsolutePath();

    @Test
    void holdsTheClientOfTheEngineAndNothingOfLocalMode() throws IOException {
        List<String> names;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            names = jar.stream().map(ZipEntry::getName).toList();
        }

        assertThat(names)
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/camunda-client-java-"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/io/rocketbots/onboarding/local/"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/templates/local/"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/db/local/"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/io/camunda"))
                .noneMatch(name -> name.matches(
                        "BOOT-INF/lib/(zeebe-(process-test|workflow-engine|db|dmn|logstreams|scheduler|stream-platform).*"
                                + "|camunda-(search|security).*|rocksdbjni.*|agrona.*)"));
    }

    @Test
    void saysThatLocalModeIsNotInIt(@TempDir Path directory) throws Exception {
        List<Integer> ports = FreePorts.take(5);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--spring.profiles.active=local",
                        "--onboarding.local.data-directory=" + directory.resolve("data"),
                        "--server.port=" + ports.get(0),
                        "--onboarding.internal-port=" + ports.get(1),
                        "--onboarding.local.smtp-port=" + ports.get(2),
                        "--onboarding.local.dns-port=" + ports.get(3),
                        "--onboarding.local.engine.port=" + ports.get(4))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said).contains("This jar is for production: local mode is not in it.", "mvn spring-boot:run");
    }
}
