package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX</a> bill of materials in the jar names what is in the jar, and
 * under which license. What it calls optional comes with local mode only.
 */
class BillOfMaterialsIT {

    private static final Path JAR = Path.of("target", "reseller-onboarding.jar").toAbsolutePath();
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Of several licenses of a library, its user may choose one. */
    private static final Set<String> LICENSES = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "Go License",
            "MIT",
            "MPL-2.0",
            "Public Domain",
            "Unicode-3.0");

    /** Libraries that declare something else than the license that they bring. */
    private static final Set<String> READ_BY_HAND = Set.of(
            // META-INF/LICENSE.txt is the Apache License 2.0.
            "org.springframework.session:spring-session-core Broadcom Foundation License",
            "org.springframework.session:spring-session-jdbc Broadcom Foundation License",
            // LICENSE is that of MIT, and the mark of bpmn.io must stay on the diagrams.
            "org.webjars.npm:bpmn-js JSON");

    private List<String> libraries = List.of();
    private List<JsonNode> components = List.of();

    @BeforeEach
    void readsTheJar() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    // Spring Boot adds it while it packs the jar, in its own version.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                    .toList();
            ZipEntry bill = jar.getEntry("META-INF/sbom/application.cdx.json");
            assertThat(bill)
                    .as("The bill of materials in the jar; Maven leaves it out when it runs offline (-o)")
                    .isNotNull();
            try (InputStream content = jar.getInputStream(bill)) {
                components = JsonMapper.shared()
                        .readTree(content)
                        .path("components")
                        .valueStream()
                        .toList();
            }
        }
    }

    @Test
    void namesEveryLibraryWithItsVersion() {
        assertThat(files(component -> !isOptional(component))).containsAll(libraries);
    }

    @Test
    void namesNothingElseButStartersWhichAreEmpty() {
        assertThat(files(component -> !isOptional(component)).stream().filter(file -> !libraries.contains(file)))
                .allSatisfy(file -> assertThat(file).startsWith("spring-boot-starter"));
        assertThat(files(BillOfMaterialsIT::isOptional)).isNotEmpty().doesNotContainAnyElementsOf(libraries);
    }

    @Test
    void everyLibraryHasALicenseThatLetsUsShipIt() {
        assertThat(components.stream().filter(component -> !isOptional(component)))
                .hasSizeGreaterThan(150)
                .allSatisfy(component -> assertThat(licenses(component))
                        .as("The licenses of %s", name(component))
                        .anyMatch(license ->
                                LICENSES.contains(license) || READ_BY_HAND.contains(name(component) + " " + license)));
    }

    @Test
    void doesNotTakeTheLicensesOfTheEngineForSuch() {
        assertThat(components.stream()
                        .filter(component ->
                                component.path("group").asString("").equals("io.camunda"))
                        .filter(BillOfMaterialsIT::isOptional)
                        .flatMap(BillOfMaterialsIT::licenses))
                .contains("Camunda License v1.0", "Zeebe Community License v1.1");
        assertThat(LICENSES).noneMatch(license -> license.matches("(?i).*(camunda|zeebe|agpl|gpl).*"));
    }

    private Set<String> files(Predicate<JsonNode> wanted) {
        return components.stream().filter(wanted).map(BillOfMaterialsIT::file).collect(Collectors.toSet());
    }

    private static boolean isOptional(JsonNode component) {
        return component.path("scope").asString("").equals("optional");
    }

    private static String name(JsonNode component) {
        return component.path("group").asString("") + ":"
                + component.path("name").asString("");
    }

    /** What its jar is called, the part of a <a href="https://github.com/package-url/purl-spec">package URL</a> included. */
    private static String file(JsonNode component) {
        String purl = component.path("purl").asString("");
        String classifier = Stream.of(purl.substring(purl.indexOf('?') + 1).split("&", -1))
                .filter(part -> part.startsWith("classifier="))
                .map(part -> "-" + part.substring("classifier=".length()))
                .findFirst()
                .orElse("");
        return component.path("name").asString("")
                + "-"
                + component.path("version").asString("")
                + classifier
                + ".jar";
    }

    private static Stream<String> licenses(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(license -> Stream.of(
                                license.path("license").path("id"),
                                license.path("license").path("name"),
                                license.path("expression"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString));
    }
}
