package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class ProcessModelsJdbcTest {

    private static final ProcessId PROCESS = ProcessId.RESELLER_ONBOARDING;

    private final AnnotationConfigApplicationContext context;
    private final ProcessModels models;

    ProcessModelsJdbcTest(TestDatabase database) {
        context = database.with(Clock.systemUTC(), ProcessModels.class);
        context.refresh();
        models = context.getBean(ProcessModels.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void keepsWhatADeployedVersionHasHoweverOftenItIsDeployed() {
        models.deployed(PROCESS, 3);
        models.deployed(PROCESS, 3);

        assertThat(models.elementsOf(PROCESS, 3))
                .contains(ProcessGraph.of(PROCESS).elementIds());
        assertThat(models.elementsOf(PROCESS, 3).orElseThrow())
                .contains(
                        "Task_ReviewApplication",
                        "BoundaryEvent_ReviewDecided",
                        "StartEvent_OnboardingCancelled",
                        "Flow_SetupBegun_BrandingNeeded");
    }

    @Test
    void takesTheWordOfAnEngineThatCountsAnew() {
        context.getBean(JdbcClient.class)
                .sql(
                        "INSERT INTO process_model (process_id, version, element_ids) VALUES (:process, 1, 'Task_A Task_B')")
                .param("process", PROCESS.id())
                .update();
        assertThat(models.elementsOf(PROCESS, 1)).contains(Set.of("Task_A", "Task_B"));

        models.deployed(PROCESS, 1);

        assertThat(models.elementsOf(PROCESS, 1))
                .contains(ProcessGraph.of(PROCESS).elementIds());
    }

    @Test
    void knowsNothingOfWhatSomebodyElseHasDeployed() {
        models.deployed(PROCESS, 1);

        assertThat(models.elementsOf(PROCESS, 2)).isEmpty();
        assertThat(models.elementsOf(ProcessId.RESELLER_CALL, 1)).isEmpty();
    }
}
