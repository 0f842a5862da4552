package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.MigrateProcessInstanceCommandStep1;
import io.camunda.zeebe.client.api.response.Process;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The engine of Zeebe Process Test. The only place that reaches into it: native user tasks are
 * completed over REST elsewhere, which this engine does not have.
 */
@SuppressWarnings("deprecation") // the test engine's client is the one of its own release line
final class EmbeddedEngine implements AutoCloseable {

    /** A job taken from the engine, with the variables it was asked for. */
    record TakenJob(
            long key, String processId, long processInstanceKey, String elementId, Map<String, Object> variables) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The first deployment of a JVM compiles every expression, which takes long on a busy machine. */
    private static final Duration DEPLOYMENT = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final ZeebeTestEngine engine;
    private final ZeebeClient client;
    private final LogStream log;
    private final StreamProcessor processor;
    private Duration moved = Duration.ZERO;

    /** With nothing deployed. */
    EmbeddedEngine() {
        engine = EngineFactory.create();
        engine.start();
        client = engine.createClient();
        log = inside(engine, "logStream", LogStream.class);
        processor = inside(engine, "streamProcessor", StreamProcessor.class);
    }

    private static <T> T inside(ZeebeTestEngine engine, String name, Class<T> type) {
        try {
            Field field = engine.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(engine));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test engine has no " + name + " any more, as it had in 8.8.21.", e);
        }
    }

    /** Every model, decision and form as it is committed. */
    static Map<String, byte[]> resources() {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        Stream.concat(ModelFiles.all().stream(), ModelFiles.forms().stream())
                .forEach(file -> resources.put(file.getFileName().toString(), ModelFiles.bytes(file)));
        return resources;
    }

    /** The definition of each process that these are now. */
    Map<String, Long> deploy(Map<String, byte[]> resources) {
        DeployResourceCommandStep1.DeployResourceCommandStep2 command = null;
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
            command = (command == null ? client.newDeployResourceCommand() : command)
                    .addResourceBytes(resource.getValue(), resource.getKey());
        }
        if (command == null) {
            throw new IllegalStateException("There is no model to deploy.");
        }
        return command.requestTimeout(DEPLOYMENT).send().join().getProcesses().stream()
                .collect(Collectors.toMap(Process::getBpmnProcessId, Process::getProcessDefinitionKey));
    }

    /** Moves an instance to another definition; every id stays what it is. */
    void migrate(long processInstance, long definition, Collection<String> elements) {
        var plan = client.newMigrateProcessInstanceCommand(processInstance).migrationPlan(definition);
        MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep command = null;
        for (String element : elements) {
            command = command == null
                    ? plan.addMappingInstruction(element, element)
                    : command.addMappingInstruction(element, element);
        }
        if (command == null) {
            throw new IllegalArgumentException("There is nothing to map.");
        }
        command.send().join();
    }

    Instant now() {
        return Instant.now().plus(moved);
    }

    void advance(Duration duration) {
        moved = moved.plus(duration);
        engine.increaseTime(duration);
    }

    /** Until everything written so far is processed; much sooner than the engine calls itself idle. */
    void awaitProcessed() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!processor.hasProcessingReachedTheEnd().join()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The engine does not come to rest: a model loops.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Until nothing has happened for a while, for tests of what must not happen. */
    void awaitIdle() {
        try {
            engine.waitForIdleState(PATIENCE);
        } catch (TimeoutException e) {
            throw new AssertionError("The engine does not come to rest: a model loops.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the engine.", e);
        }
    }

    List<Record<?>> records() {
        List<Record<?>> records = new ArrayList<>();
        engine.getRecordStreamSource().getRecords().forEach(records::add);
        return records;
    }

    void publish(MessageType<?> type, String correlationKey, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(type.name())
                .correlationKey(correlationKey)
                .timeToLive(type.timeToLive())
                .variables(variables)
                .send()
                .join();
    }

    void start(ProcessId process, Map<String, Object> variables) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(process.id())
                .latestVersion()
                .variables(variables)
                .send()
                .join();
    }

    void cancel(long processInstance) {
        client.newCancelInstanceCommand(processInstance).send().join();
    }

    Map<String, Object> decide(String decisionId, Map<String, Object> variables) {
        var answer = client.newEvaluateDecisionCommand()
                .decisionId(decisionId)
                .variables(variables)
                .send()
                .join();
        assertThat(answer.getFailureMessage()).isNullOrEmpty();
        return client.getConfiguration().getJsonMapper().fromJsonAsMap(answer.getDecisionOutput());
    }

    List<TakenJob> take(String jobType, List<String> variables) {
        return client
                .newActivateJobsCommand()
                .jobType(jobType)
                .maxJobsToActivate(100)
                .fetchVariables(variables)
                .requestTimeout(Duration.ofSeconds(-1))
                .send()
                .join()
                .getJobs()
                .stream()
                .map(job -> new TakenJob(
                        job.getKey(),
                        job.getBpmnProcessId(),
                        job.getProcessInstanceKey(),
                        job.getElementId(),
                        job.getVariablesAsMap()))
                .toList();
    }

    void complete(TakenJob job, Map<String, Object> variables) {
        client.newCompleteCommand(job.key()).variables(variables).send().join();
    }

    void throwError(TakenJob job, StepError error) {
        client.newThrowErrorCommand(job.key()).errorCode(error.name()).send().join();
    }

    /** Completes a native user task with its form, as Tasklist does. */
    void completeUserTask(long key, Map<String, Object> form) {
        String json = client.getConfiguration().getJsonMapper().toJson(form);
        UserTaskRecord command = new UserTaskRecord()
                .setUserTaskKey(key)
                .setAction("complete")
                .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json)));
        RecordMetadata metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.USER_TASK)
                .intent(UserTaskIntent.COMPLETE);
        log.newLogStreamWriter()
                .tryWrite(WriteContext.userCommand(UserTaskIntent.COMPLETE), LogAppendEntry.of(key, metadata, command));
    }

    @Override
    public void close() {
        client.close();
        engine.stop();
    }
}
