package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationTriageProcessTest {

    @RegisterExtension
    static final Scenario scenario = new Scenario();

    /** One line per rule, at its edge; the last ones show what falls through. */
    @ParameterizedTest
    @CsvSource({
        "500, europe, false, true, 100, key-accounts",
        "499, europe, true, false, 90, key-accounts",
        "100, europe, true, false, 90, key-accounts",
        "99, asia-pacific, true, false, 80, key-accounts",
        "50, middle-east-africa, true, false, 80, key-accounts",
        "50, latin-america, true, false, 80, key-accounts",
        "100, north-america, false, false, 70, reviewers",
        "99, europe, true, false, 60, reviewers",
        "20, north-america, true, false, 60, reviewers",
        "19, asia-pacific, true, false, 50, reviewers",
        "99, europe, false, true, 10, reviewers",
        "99, europe, true, true, 30, reviewers",
        "1, somewhere-else, false, false, 30, reviewers"
    })
    void choosesPriorityAndTeam(
            int expectedSpaces, String region, boolean ownWebsite, boolean freeMail, int priority, String reviewTeam) {
        Map<String, Object> application = Map.of(
                "expectedSpaces", expectedSpaces, "region", region, "ownWebsite", ownWebsite, "freeMail", freeMail);

        Map<String, Object> triage = scenario.decide("application-triage", application);

        assertThat(triage).isEqualTo(Map.of("priority", priority, "reviewTeam", reviewTeam));
    }
}
