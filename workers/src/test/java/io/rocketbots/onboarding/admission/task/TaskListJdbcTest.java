package io.rocketbots.onboarding.admission.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.TaskList.Filter;
import io.rocketbots.onboarding.admission.task.TaskList.Row;
import io.rocketbots.onboarding.admission.task.TaskList.View;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class TaskListJdbcTest {

    private final Desk desk;
    private Task first;
    private Task second;
    private Task call;

    TaskListJdbcTest(TestDatabase database) {
        desk = new Desk(database);
    }

    @BeforeEach
    void twoReviewsAndACallAreOpen() {
        Application application = desk.application();
        first = desk.review(application);
        desk.clock.advance(Duration.ofHours(1));
        second = desk.review(desk.application());
        UUID about = application.id().value();
        call = desk.task(desk.done(JobTypes.OPEN_TASK, new OpenTask("call", about, about, "branding"), 9)
                .taskId());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsWhatIsDueFirstAtTheTop() {
        assertThat(ids(View.OPEN, Filter.ALL)).containsExactly(first.id(), second.id(), call.id());
    }

    @Test
    void filtersByKindTeamAndPartOfTheName() {
        assertThat(ids(View.OPEN, new Filter(null, TaskKind.CALL, ""))).containsExactly(call.id());
        assertThat(ids(View.OPEN, new Filter("reviewers", TaskKind.REVIEW, " aCmE ")))
                .containsExactly(first.id(), second.id());
        assertThat(ids(View.OPEN, new Filter("key-accounts", null, ""))).isEmpty();
        assertThat(ids(View.OPEN, new Filter(null, null, "nobody"))).isEmpty();
    }

    @Test
    void showsAClaimUntilItIsIdle() {
        desk.the(ClaimTask.class).claim(second.id(), desk.rita.id());

        assertThat(ids(View.MINE, Filter.ALL)).containsExactly(second.id());
        desk.clock.advance(Duration.ofHours(5));
        assertThat(ids(View.MINE, Filter.ALL)).isEmpty();
    }

    @Test
    void movesWhatIsDecidedToDone() {
        desk.the(DecideTask.class).decide(first.id(), desk.rita, "reject", Map.of("message", "Not now."));

        assertThat(ids(View.OPEN, Filter.ALL)).containsExactly(second.id(), call.id());
        assertThat(ids(View.DONE, new Filter(null, null, "acme"))).containsExactly(first.id());
    }

    private List<TaskId> ids(View view, Filter filter) {
        return desk.the(TaskList.class).find(view, filter, desk.rita.id()).stream()
                .map(Row::id)
                .toList();
    }
}
