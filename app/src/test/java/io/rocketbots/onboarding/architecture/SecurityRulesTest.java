package io.rocketbots.onboarding.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/security.md says that the product does not do at all. */
class SecurityRulesTest {

    private static final String BASE = "io.rocketbots.onboarding";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private static final JavaClasses BAD_SAMPLES = new ClassFileImporter().importPackages(BASE + ".architecture.bad");

    private static final Pattern ALGORITHM =
            Pattern.compile("(?:MessageDigest|Mac|Cipher|Signature|SecretKeyFactory)\\.getInstance\\(\\s*\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("new SecretKeySpec\\([^;]*\"([^\"]+)\"\\)");
    /** HmacSHA1 is what apps that show codes for the second factor know (RFC 6238); collisions of SHA-1 do not weaken it. */
    private static final List<String> APPROVED =
            List.of("SHA-256", "HmacSHA256", "HmacSHA1", "AES", "AES/GCM/NoPadding");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..onboarding.local..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ProcessBuilder.class)
                        .orShould()
                        .callMethod(Runtime.class, "exec", String[].class)
                        .because("nobody's words become a command"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javax.script..", "org.springframework.expression..", "groovy..")
                        .because("nobody's words become a program"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ObjectInputStream.class)
                        .because("nobody's bytes become objects"),
                noClasses().should().callConstructor(Random.class).because("what it draws can be guessed"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadSampleBreaksTheRule(ArchRule rule) {
        assertThat(rule.evaluate(BAD_SAMPLES).hasViolation())
                .as("a rule that nothing can break: %s", rule.getDescription())
                .isTrue();
    }

    @Test
    void onlyApprovedAlgorithmsAreUsed() {
        List<String> used = sources()
                .flatMap(source -> Stream.concat(
                        ALGORITHM.matcher(source).results(), KEY.matcher(source).results()))
                .map(found -> found.group(1))
                .toList();

        assertThat(used).contains("SHA-256").allSatisfy(name -> assertThat(name).isIn(APPROVED));
    }

    @Test
    void anAlgorithmThatIsNotApprovedWouldBeSeen() {
        Matcher weak = ALGORITHM.matcher("MessageDigest.getInstance(\"MD5\")");

        assertThat(weak.find()).isTrue();
        assertThat(APPROVED).doesNotContain(weak.group(1));
    }

    private static Stream<String> sources() {
        return Stream.of("app", "forms", "processes", "workers")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(SecurityRulesTest::filesIn)
                .filter(file -> file.toString().endsWith(".java"))
                .map(SecurityRulesTest::read);
    }

    private static Stream<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
