package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicationList.Row;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class ApplicationListJdbcTest {

    private final Desk desk;
    private Application older;
    private Application newer;

    ApplicationListJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        older = desk.application("bea@bakery.example");
        desk.clock.advance(Duration.ofHours(1));
        newer = desk.application("cem@cinema.example");
    }

    @BeforeEach
    void theOlderOneIsRejected() {
        older = desk.the(Applications.class).save(older.reject(desk.clock.instant()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsTheNewestFirst() {
        assertThat(found(null, "")).containsExactly(newer.id(), older.id());
    }

    @Test
    void findsByStateAndPartOfNameOrEmail() {
        assertThat(found(ApplicationState.REJECTED, "")).containsExactly(older.id());
        assertThat(found(null, " CINEMA ")).containsExactly(newer.id());
        assertThat(found(null, "acme ch")).containsExactly(newer.id(), older.id());
        assertThat(found(ApplicationState.REJECTED, "cinema")).isEmpty();
    }

    @Test
    void findsAnIdThatWasCopied() {
        assertThat(found(null, older.id().value().toString())).containsExactly(older.id());
    }

    @Test
    void takesNoWordOfASearchForSql() {
        assertThat(found(null, "' OR '1'='1")).isEmpty();
        assertThat(found(null, "x'; DELETE FROM application; --")).isEmpty();
        assertThat(found(null, "")).containsExactly(newer.id(), older.id());
    }

    private List<ApplicationId> found(@Nullable ApplicationState state, String search) {
        return new ApplicationList(desk.the(JdbcClient.class))
                .find(state, search, 0).stream().map(Row::id).toList();
    }
}
