package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static io.rocketbots.onboarding.web.team.Casework.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.engine.InstanceMigration;
import io.rocketbots.onboarding.engine.InstanceMigration.Result;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WholeApp
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:models;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
class ModelsPageTest {

    private static final String WHY = "no mapping for active element 'Task_Gone'";
    private static final AtomicLong INSTANCES = new AtomicLong(4711);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    InstanceMigration migration;

    @BeforeEach
    void nothingRuns() {
        jdbc.sql("UPDATE application SET process_instance_key = NULL").update();
        when(migration.isPossible()).thenReturn(true);
        when(migration.move(anyLong(), any())).thenReturn(new Result.Moved());
    }

    @Test
    void countsWhatRuns() {
        runningInstance();

        assertThat(get(mvc, people.active(Role.OPS), "/team/ops/models"))
                .hasStatusOk()
                .bodyText()
                .contains("Running Cases and Models", "Reseller onboarding", "Move to the Newest Models</button>");
    }

    @Test
    void saysSoWhenNothingRuns() {
        assertThat(get(mvc, people.active(Role.OPS), "/team/ops/models"))
                .bodyText()
                .contains("Nothing runs.")
                .doesNotContain("Move to the Newest Models</button>");
    }

    @Test
    void saysSoWhenThisNodeIsNotTheNewest() {
        runningInstance();
        when(migration.isPossible()).thenReturn(false);

        assertThat(get(mvc, people.active(Role.OPS), "/team/ops/models"))
                .bodyText()
                .contains("This node has not deployed the newest models")
                .doesNotContain("Move to the Newest Models</button>");
    }

    @Test
    void movesAllOfThem() {
        runningInstance();
        runningInstance();

        assertThatPageAfterMoving().contains("All moved", "2 cases run on the newest models");
    }

    @Test
    void listsWhatStaysBehindWithTheReason() {
        long refused = runningInstance();
        runningInstance();
        when(migration.move(eq(refused), any())).thenReturn(new Result.Refused(WHY));

        assertThatPageAfterMoving()
                .contains("All but 1 moved", "1 case runs on the newest models")
                .contains("Task_Gone", "instance " + refused, "?process=" + refused + "#way\">case of Company ");
    }

    @Test
    void saysInTheEndHowManyAnEarlierRoundLeftBehind() {
        long over = runningInstance();
        long refused = runningInstance();
        long silent = runningInstance();
        when(migration.move(eq(over), any())).thenReturn(new Result.Over());
        when(migration.move(eq(refused), any())).thenReturn(new Result.Refused(WHY));
        when(migration.move(eq(silent), any())).thenReturn(new Result.Unanswered(), new Result.Moved());
        assertThatPageAfterMoving()
                .contains("1 was left behind", "name=\"left\" value=\"1\"", "name=\"over\" value=\"1\"")
                .doesNotContain("Move to the Newest Models</button>");

        assertThatPageAfterMoving("after", refused, "moved", 0, "over", 1, "left", 1)
                .contains(
                        "All but 1 moved", "1 case runs on the newest models, 1 had ended meanwhile, 1 was left behind")
                .contains("1 of them in the rounds before: the log names it")
                .doesNotContain("All moved");
    }

    @Test
    void countsWhatHasEndedMeanwhile() {
        long over = runningInstance();
        when(migration.move(over, ProcessId.RESELLER_ONBOARDING)).thenReturn(new Result.Over());

        assertThatPageAfterMoving().contains("0 cases run on the newest models, 1 had ended meanwhile");
    }

    @Test
    void stopsWhenTheEngineDoesNotAnswerAndGoesOnFromThere() {
        long first = runningInstance();
        long second = runningInstance();
        when(migration.move(eq(second), any())).thenReturn(new Result.Unanswered());

        assertThatPageAfterMoving()
                .contains("The engine does not answer", "1 case runs on the newest models", "Go On</button>")
                .contains("name=\"after\" value=\"" + first + "\"");
    }

    @Test
    void movesNothingOnANodeThatIsNotTheNewest() {
        runningInstance();
        when(migration.isPossible()).thenReturn(false);

        assertThatPageAfterMoving()
                .contains("Not all yet", "0 cases run on the newest models")
                .contains("This node has not deployed the newest models");
    }

    @Test
    void isForOperationsOnly() {
        assertThat(get(mvc, people.active(Role.TEAM_LEAD), "/team/ops/models")).hasStatus(HttpStatus.FORBIDDEN);
    }

    /** As a browser gets there: what was said is kept in the session, which lies in the database. */
    private AbstractStringAssert<?> assertThatPageAfterMoving(Object... fields) {
        Account ops = people.active(Role.OPS);
        MockMvcRequestBuilder move = post(mvc, ops, "/team/ops/models/move");
        for (int field = 0; field < fields.length; field += 2) {
            move.param(fields[field].toString(), fields[field + 1].toString());
        }
        return assertThat(move).hasStatusOk().bodyText();
    }

    private long runningInstance() {
        Application application = new Casework(context).application();
        long key = INSTANCES.incrementAndGet();
        jdbc.sql("UPDATE application SET process_instance_key = :key WHERE id = :id")
                .param("key", key)
                .param("id", application.id().value())
                .update();
        return key;
    }
}
