package io.rocketbots.onboarding.web.problem;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** As many people as there are connections and more. */
@WholeApp
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:capacity;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "spring.datasource.hikari.maximum-pool-size=2",
            "spring.datasource.hikari.connection-timeout=60000"
        })
class CapacityPageTest {

    private static final int PEOPLE = 50;
    private static final int PAGES = 400;

    /** How often Hikari looks whether its settings were changed; otherwise every half a minute. */
    private static final Duration SETTINGS_READ = Duration.ofMillis(100);

    private static final String SETTINGS_READ_EVERY = "com.zaxxer.hikari.housekeeping.periodMs";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    DataSource dataSource;

    /** Before the context makes the pool, which asks for it once. */
    @BeforeAll
    static void readChangedSettingsSoon() {
        System.setProperty(SETTINGS_READ_EVERY, Long.toString(SETTINGS_READ.toMillis()));
    }

    @AfterAll
    static void readThemAsEver() {
        System.clearProperty(SETTINGS_READ_EVERY);
    }

    @Test
    void fiftyAtOnceAreServedByTwoConnections() throws Exception {
        Reseller reseller = people.brandedReseller();
        Account owner = people.accountOf(reseller);
        Account lead = people.active(Role.TEAM_LEAD);
        Account ops = people.active(Role.OPS);
        List<String> ofTheTeam = List.of("/team/tasks", "/team/applications", "/team/resellers");

        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService visitors = Executors.newFixedThreadPool(PEOPLE)) {
            for (int i = 0; i < PAGES; i++) {
                String path = ofTheTeam.get(i % ofTheTeam.size());
                int turn = i % 4;
                answers.add(visitors.submit(() -> switch (turn) {
                    case 0 -> status(lead, path);
                    case 1 -> status(ops, "/team/ops");
                    default -> status(owner, "/reseller");
                }));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(HttpStatus.OK.value());
        }
    }

    private int status(Account account, String path) {
        return get(mvc, account, path).exchange().getResponse().getStatus();
    }

    @Test
    void whoGetsNoConnectionIsToldToComeBack() throws SQLException, InterruptedException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        long patience = pool.getConnectionTimeout();
        List<Connection> all = List.of(pool.getConnection(), pool.getConnection());
        try {
            pool.getHikariConfigMXBean().setConnectionTimeout(250);
            // If it is not read by then, the first page is answered later, and the same.
            Thread.sleep(SETTINGS_READ.multipliedBy(5));

            assertThat(mvc.get().uri("/sign-in"))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .hasHeader(HttpHeaders.RETRY_AFTER, "5")
                    .bodyText()
                    .contains("Not available at the moment")
                    .doesNotContainIgnoringCase("rocketbots");
            assertThat(mvc.get().uri("/api/v1/progress").header("Authorization", "Bearer key_none"))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .hasHeader(HttpHeaders.RETRY_AFTER, "6")
                    .hasContentType("application/problem+json;charset=UTF-8");
            assertThat(mvc.get().uri("http://chat.acme.example/"))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .bodyText()
                    .contains("Not available at the moment");
        } finally {
            pool.getHikariConfigMXBean().setConnectionTimeout(patience);
            for (Connection one : all) {
                one.close();
            }
        }
    }
}
