package io.rocketbots.onboarding.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.util.concurrent.Uninterruptibles;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.PublishMessageResponse;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.grpc.Status;
import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What Zeebe's engine does in this process, with its files. */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedEngineTest {

    private static final String PROCESS = "waits";
    private static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .serviceTask("task", task -> task.zeebeJobType("work"))
            .intermediateCatchEvent("day", wait -> wait.timerWithDuration("P1D"))
            .serviceTask("after", task -> task.zeebeJobType("work-after"))
            .endEvent()
            .done();

    @TempDir
    private Path directory;

    private final int port = FreePorts.take(1).getFirst();
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
    private final CamundaClient client = client(port);
    private @Nullable EmbeddedEngine engine;

    @AfterEach
    void stop() {
        client.close();
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void goesOnWithItsInstancesWhenItIsOpenedAgain() throws IOException {
        open();
        deploy();
        long instance = create();

        reopen();

        assertThat(takeOne("work").getProcessInstanceKey()).isEqualTo(instance);
        assertThat(create()).isGreaterThan(instance);
    }

    @Test
    void goesByTheClockOfTheApplication() throws IOException {
        open();
        deploy();
        create();
        client.newCompleteCommand(takeOne("work")).send().join();
        assertThat(take("work-after")).isEmpty();

        moved.set(Duration.ofDays(1));

        takeOne("work-after");
    }

    @Test
    void stopsSoonAndIsThereSoonAlsoOnABusyMachine() throws IOException {
        open();
        deploy();
        Instant began = Instant.now();

        engine().close();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
        began = Instant.now();
        open();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void isLeftAloneWhenItIsStoppedInTheMiddleOfItsWork(CapturedOutput output) throws Exception {
        open();
        deploy();
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        engine().stream().registerRecordAvailableListener(() -> {
            if (Thread.currentThread().getName().startsWith("zb-actors")) {
                atWork.countDown();
                Uninterruptibles.awaitUninterruptibly(goOn);
            }
        });
        var unused = publish("news");
        assertThat(atWork.await(30, TimeUnit.SECONDS)).isTrue();

        engine().close();
        goOn.countDown();

        assertThat(output).contains("The engine is at work and is left alone");
        Thread.sleep(500);
        engine = null;
    }

    @Test
    void refusesCommandsWhileTooManyWaitAsAClusterDoes() throws Exception {
        open();
        List<Future<PublishMessageResponse>> sent = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            sent.add(publish("message " + i));
        }

        List<Status.Code> refused = new ArrayList<>();
        for (Future<PublishMessageResponse> one : sent) {
            try {
                one.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                refused.add(Status.fromThrowable(e).getCode());
            }
        }

        assertThat(refused).hasSizeBetween(1, 900).containsOnly(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(publish("afterwards").get(30, TimeUnit.SECONDS).getMessageKey())
                .isPositive();
    }

    @Test
    void goesOnWhenWhoeverAskedHasGone() throws Exception {
        open();
        try (CamundaClient impatient = client(port)) {
            for (int i = 0; i < 50; i++) {
                var unused = impatient
                        .newPublishMessageCommand()
                        .messageName("news")
                        .correlationKey("nobody waits " + i)
                        .requestTimeout(Duration.ofMillis(1))
                        .send();
            }
        }

        assertThat(publish("patience").get(30, TimeUnit.SECONDS).getMessageKey())
                .isPositive();
    }

    @Test
    void answersNobodyForACommandOfARunThatIsOver() throws Exception {
        open();
        RecordMetadata ofAnotherRun = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.MESSAGE)
                .intent(MessageIntent.PUBLISH)
                .requestStreamId(1)
                .requestId(1);
        MessageRecord message =
                new MessageRecord().setName("news").setCorrelationKey("old").setTimeToLive(60_000);

        engine().stream()
                .newLogStreamWriter()
                .tryWrite(WriteContext.internal(), LogAppendEntry.of(ofAnotherRun, message));
        long key = publish("new").get(30, TimeUnit.SECONDS).getMessageKey();

        assertThat(key).isPositive();
        assertThat(publish("newer").get(30, TimeUnit.SECONDS).getMessageKey()).isGreaterThan(key);
    }

    @Test
    void doesNotMixUpItsAnswersWithThoseOfAnotherEngineInTheProcess() throws Exception {
        open();
        int otherPort = FreePorts.take(1).getFirst();
        try (EmbeddedEngine other = EmbeddedEngine.open(directory.resolve("other"), otherPort, clock);
                CamundaClient otherClient = client(otherPort)) {
            List<Future<PublishMessageResponse>> sent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                sent.add(publish("here " + i));
                assertThatExceptionOfType(ClientStatusException.class)
                        .isThrownBy(() -> otherClient
                                .newCancelInstanceCommand(4711)
                                .send()
                                .join())
                        .withMessageContaining("NOT_FOUND");
            }
            for (Future<PublishMessageResponse> one : sent) {
                assertThat(one.get(30, TimeUnit.SECONDS).getMessageKey()).isPositive();
            }
            assertThat(other.failure()).isNotDone();
        }
    }

    @Test
    void keepsNoMoreOfItsLogThanItNeeds() throws Exception {
        open();
        deploy();
        long instance = create();
        String large = "x".repeat(1024 * 1024);
        for (int i = 0; i < 20; i++) {
            client.newPublishMessageCommand()
                    .messageName("news")
                    .correlationKey("large " + i)
                    .variables(Map.of("text", large))
                    .timeToLive(Duration.ZERO)
                    .send()
                    .join();
        }
        assertThat(segments()).hasSizeGreaterThan(2);

        engine().deleteOldSegments();

        assertThat(segments()).hasSize(1);
        reopen();
        assertThat(takeOne("work").getProcessInstanceKey()).isEqualTo(instance);
        assertThat(directory.resolve("engine/copy")).doesNotExist();
    }

    @Test
    void makesItsStateAgainOutOfAWholeLog() throws IOException {
        open();
        deploy();
        long instance = create();
        engine().close();
        FileSystemUtils.deleteRecursively(directory.resolve("engine/state"));

        open();

        assertThat(takeOne("work").getProcessInstanceKey()).isEqualTo(instance);
    }

    @Test
    void movesFilesOfAnotherVersionAsideAndSaysSo(CapturedOutput output) throws IOException {
        open();
        engine().close();
        Files.writeString(directory.resolve("engine/version"), "8.6.0");

        assertBeginsWithNothing(output, "They are of version '8.6.0' of the engine");
    }

    @Test
    void movesADamagedStateAside(CapturedOutput output) throws IOException {
        open();
        engine().close();
        Files.writeString(directory.resolve("engine/state/CURRENT"), "MANIFEST-999999\n");

        assertBeginsWithNothing(output, "MANIFEST-999999");
    }

    @Test
    void movesAStateAsideWhoseLogIsGone(CapturedOutput output) throws IOException {
        open();
        deploy();
        engine().close();
        FileSystemUtils.deleteRecursively(directory.resolve("engine/log"));

        assertBeginsWithNothing(output, "and the log has those from 0 to 0");
    }

    @Test
    void leavesFilesWhereTheyAreWhenNothingElseCanBeThereEither() throws IOException {
        open();
        deploy();
        engine().close();
        Files.writeString(directory.resolve("engine/version"), "8.6.0");
        try (EmbeddedEngine other = EmbeddedEngine.open(directory.resolve("other"), port, clock)) {
            assertThat(other.failure()).isNotDone();

            assertThatExceptionOfType(IOException.class).isThrownBy(this::open);
        }

        assertThat(directory.resolve("engine/version")).hasContent("8.6.0");
        assertThat(directory.resolve("engine/state")).isNotEmptyDirectory();
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).hasSize(2);
        }
    }

    private void assertBeginsWithNothing(CapturedOutput output, String reason) throws IOException {
        open();

        assertThat(output).contains("cannot be used", reason, "engine-unusable-", "stand still");
        assertThatCode(() -> publish("news").get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
        try (Stream<Path> all = Files.list(directory)) {
            Path aside = all.filter(path -> path.getFileName().toString().startsWith("engine-unusable-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(aside.resolve("state")).isNotEmptyDirectory();
        }
    }

    private void open() throws IOException {
        engine = EmbeddedEngine.open(directory.resolve("engine"), port, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.instant().plus(moved.get());
            }
        });
    }

    private void reopen() throws IOException {
        engine().close();
        open();
    }

    private static CamundaClient client(int port) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + port))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(30))
                .build();
    }

    private void deploy() {
        client.newDeployResourceCommand()
                .addProcessModel(MODEL, PROCESS + ".bpmn")
                .send()
                .join();
    }

    private long create() {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private EmbeddedEngine engine() {
        return Objects.requireNonNull(engine);
    }

    private Future<PublishMessageResponse> publish(String key) {
        return client.newPublishMessageCommand()
                .messageName("news")
                .correlationKey(key)
                .timeToLive(Duration.ofSeconds(1))
                .send()
                .toCompletableFuture();
    }

    private List<ActivatedJob> take(String type) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(10)
                .requestTimeout(Duration.ofSeconds(5))
                .send()
                .join()
                .getJobs();
    }

    private ActivatedJob takeOne(String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> take(type), jobs -> jobs.size() == 1)
                .getFirst();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("engine/log"))) {
            return files.toList();
        }
    }
}
