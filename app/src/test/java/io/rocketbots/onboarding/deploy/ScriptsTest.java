package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs("shellcheck")
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"deploy/backup", "deploy/create-env", "deploy/postgres-databases", "deploy/restore", ".ci/run"})
    void hasNoneOfTheUsualFaults(String script) throws Exception {
        Path root = ComposeFile.ROOT.toAbsolutePath().normalize();

        Ran ran = Ran.in(root, Map.of(), "shellcheck", "--external-sources", script);

        assertThat(ran.output()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }
}
