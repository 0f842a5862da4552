package io.rocketbots.onboarding.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.rocketbots.onboarding.engine.InstanceMigration.Result;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.operations.history.Step;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Instances that began before this release deployed its models. */
class InstanceMigrationProcessTest {

    private final ZeebeTestEngine engine = EngineFactory.create();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private boolean running = true;

    @BeforeEach
    void start() {
        engine.start();
    }

    @AfterEach
    void stop() {
        context.close();
        stopEngine();
    }

    private void stopEngine() {
        if (running) {
            running = false;
            engine.stop();
        }
    }

    @Test
    void movesAnInstanceToTheModelsOfThisRelease() throws IOException {
        long call = begin("name=\"Open task\"", "name=\"Open the task\"");

        assertThat(move(call)).isEqualTo(new Result.Moved());
        assertThat(migrated()).isEqualTo(1);
    }

    @Test
    void movesItFromAModelThatLacksWhatIsNewAndHasWhatIsGone() throws IOException {
        long call = begin("EndEvent_TaskEscalated", "EndEvent_TaskEscalatedBefore");

        assertThat(move(call)).isEqualTo(new Result.Moved());
        assertThat(migrated()).isEqualTo(1);
    }

    @Test
    void knowsAfterwardsOnWhichVersionItRuns() throws IOException {
        long call = begin("EndEvent_TaskEscalated", "EndEvent_TaskEscalatedBefore");

        assertThat(move(call)).isEqualTo(new Result.Moved());

        assertThat(visits().versionOf(call)).contains(2);
        assertThat(move(call)).isEqualTo(new Result.Moved());
    }

    @Test
    void leavesWhatRunsOnAVersionThatSomebodyElseHasDeployed() throws IOException {
        long call = begin("EndEvent_TaskEscalated", "EndEvent_TaskEscalatedBefore");
        context.getBean(JdbcClient.class)
                .sql("DELETE FROM process_model WHERE version = 1")
                .update();

        assertThat(move(call))
                .isEqualTo(new Result.Refused("It runs on version 1, which this application has not deployed:"
                        + " which elements that has is not on record."));
        assertThat(migrated()).isZero();
    }

    @Test
    void leavesWhatHasNoStepOnRecord() throws IOException {
        begin("EndEvent_TaskEscalated", "EndEvent_TaskEscalatedBefore");

        assertThat(move(42))
                .isEqualTo(new Result.Refused(
                        "None of its steps is on record, so nobody knows on which version it runs."));
    }

    @Test
    void saysWhatTheEngineSaysWhenItRefuses() throws IOException {
        long call = begin("\"Task_OpenTask\"", "\"Task_OpenTaskBefore\"");

        assertThat(move(call))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.why()).contains("Task_OpenTask"));
    }

    @Test
    void waitsForAnInstanceThatIsJustTakingAStep() throws IOException {
        long call = begin("", "");

        try (CamundaClient client = clientWith(new InMotion(2))) {
            assertThat(move(client, call)).isEqualTo(new Result.Moved());
        }
    }

    @Test
    void givesUpOnAnInstanceThatNeverRests() throws IOException {
        long call = begin("", "");

        try (CamundaClient client = clientWith(new InMotion(Integer.MAX_VALUE))) {
            assertThat(move(client, call))
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused -> assertThat(refused.why()).contains("concurrent command"));
        }
    }

    @Test
    void knowsAnInstanceThatHasEnded() throws IOException {
        long call = begin("", "");
        context.getBean(CamundaClient.class)
                .newCancelInstanceCommand(call)
                .send()
                .join();

        assertThat(move(call)).isEqualTo(new Result.Over());
    }

    @Test
    void knowsWhenTheEngineDoesNotAnswer() throws IOException {
        long call = begin("", "");
        stopEngine();

        assertThat(move(call)).isEqualTo(new Result.Unanswered());
    }

    private Result move(long instance) {
        return context.getBean(InstanceMigration.class).move(instance, ProcessId.RESELLER_CALL);
    }

    private Result move(CamundaClient client, long instance) {
        return new InstanceMigration(
                        client, context.getBean(Deployment.class), context.getBean(ProcessModels.class), visits())
                .move(instance, ProcessId.RESELLER_CALL);
    }

    private CamundaClient clientWith(ClientInterceptor interceptor) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .preferRestOverGrpc(false)
                .withInterceptors(interceptor)
                .build();
    }

    /** Answers the first so many moves as the engine does when a step of the instance comes between. */
    private static final class InMotion implements ClientInterceptor {

        private static final Status REFUSAL = Status.FAILED_PRECONDITION.withDescription(
                "Command 'MIGRATE' rejected with code 'INVALID_STATE': Expected to migrate process instance '1' but a"
                        + " concurrent command was executed on the process instance. Please retry the migration.");

        private final AtomicInteger left;

        private InMotion(int times) {
            left = new AtomicInteger(times);
        }

        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            if (!"MigrateProcessInstance".equals(method.getBareMethodName()) || left.getAndDecrement() <= 0) {
                return next.newCall(method, options);
            }
            return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    listener.onClose(REFUSAL, new Metadata());
                }

                @Override
                public void sendMessage(Q message) {
                    // It was refused already.
                }

                @Override
                public void halfClose() {
                    // Nothing was begun.
                }

                @Override
                public void request(int messages) {
                    // Nothing will come.
                }
            };
        }
    }

    /**
     * An instance of an earlier release, whose model had something else there, and which has recorded what each release
     * does; then this release deploys its own. It waits for the worker of its first step, which this test does not have.
     */
    private long begin(String present, String before) throws IOException {
        long call = instanceOf(model().replace(present, before));
        deploy();
        String elements = ProcessGraph.of(ProcessId.RESELLER_CALL).elementIds().stream()
                .map(id -> ("\"" + id + "\"").replace(present, before).replace("\"", ""))
                .collect(Collectors.joining(" "));
        context.getBean(ProcessModels.class).deployed(ProcessId.RESELLER_CALL, 1);
        context.getBean(JdbcClient.class)
                .sql("UPDATE process_model SET element_ids = :elements WHERE process_id = :process AND version = 1")
                .param("elements", elements)
                .param("process", ProcessId.RESELLER_CALL.id())
                .update();
        Step step = new Step(ProcessId.RESELLER_CALL.id(), 1, call, "Task_OpenTask", 1, Instant.now(), 1, Map.of());
        context.getBean(TransactionOperations.class).executeWithoutResult(status -> visits().begun(step));
        return call;
    }

    private StepVisits visits() {
        return context.getBean(StepVisits.class);
    }

    private long instanceOf(String model) {
        try (CamundaClient client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .preferRestOverGrpc(false)
                .build()) {
            client.newDeployResourceCommand()
                    .addResourceBytes(model.getBytes(UTF_8), "reseller-call.bpmn")
                    .addResourceFromClasspath("call-reseller.form")
                    .send()
                    .join();
            return client.newCreateInstanceCommand()
                    .bpmnProcessId(ProcessId.RESELLER_CALL.id())
                    .latestVersion()
                    .variables(Map.of("applicationId", "a", "about", "activation", "caseUrl", "https://x.example"))
                    .send()
                    .join()
                    .getProcessInstanceKey();
        }
    }

    private void deploy() {
        context = TestDatabase.H2.with(Clock.systemUTC(), EngineBeans.class, InstanceMigration.class);
        context.registerBean(
                EngineSettings.class,
                () -> new EngineSettings(
                        URI.create("http://" + engine.getGatewayAddress()),
                        null,
                        null,
                        Duration.ofSeconds(5),
                        "1.1.0"));
        context.refresh();
        assertThat(context.getBean(Deployment.class).awaitDeployed(Duration.ofSeconds(90)))
                .as("the models are deployed")
                .isTrue();
    }

    private static String model() throws IOException {
        try (InputStream file =
                InstanceMigrationProcessTest.class.getResourceAsStream("/" + ProcessId.RESELLER_CALL.id() + ".bpmn")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        }
    }

    private long migrated() {
        Iterable<Record<?>> records = engine.getRecordStreamSource().getRecords();
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.getValueType() == ValueType.PROCESS_INSTANCE_MIGRATION
                        && record.getIntent() == ProcessInstanceMigrationIntent.MIGRATED)
                .count();
    }
}
