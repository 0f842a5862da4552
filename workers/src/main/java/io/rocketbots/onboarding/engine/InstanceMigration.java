package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandStep2;
import io.grpc.Status;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.ReleasedModels;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Moves one running instance to the model that is deployed now, where every element keeps its id. The engine does all of
 * it or nothing, and an instance that stands on that model already stays as it is.
 */
@Component
public class InstanceMigration {

    /**
     * The engine's own word for an instance that took a step at the very moment of the move; before version 8.8 it says the
     * same of one that waits where branches meet, which stays so.
     */
    private static final String IN_MOTION = "retry the migration";

    private static final int TRIES_IN_MOTION = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CamundaClient client;
    private final Deployment deployment;

    InstanceMigration(CamundaClient client, Deployment deployment) {
        this.client = client;
        this.deployment = deployment;
    }

    /** How it went. */
    public sealed interface Result {

        /** It runs on the newest model. */
        record Moved() implements Result {}

        /** It has ended. */
        record Over() implements Result {}

        /** The engine refuses, and says why; the instance goes on as it was. */
        record Refused(String why) implements Result {}

        /** The engine does not answer or is too busy. */
        record Unanswered() implements Result {}
    }

    /** Whether this node has deployed the newest models, so that it knows where to move instances. */
    public boolean isPossible() {
        return deployment.definitionOf(ProcessId.RESELLER_ONBOARDING).isPresent();
    }

    public Result move(long processInstanceKey, ProcessId process) {
        OptionalLong definition = deployment.definitionOf(process);
        if (definition.isEmpty()) {
            return new Result.Refused("This node has not deployed the newest models.");
        }
        Result result = new Result.Unanswered();
        // Which model it comes from, nobody tells; the engine takes no plan that is made for another one.
        for (Set<String> plan : ReleasedModels.plans(process)) {
            try {
                migrateOnceAtRest(processInstanceKey, definition.getAsLong(), plan);
                return new Result.Moved();
            } catch (ClientStatusException refused) {
                result = result(refused);
                if (refused.getStatusCode() != Status.Code.INVALID_ARGUMENT) {
                    return result;
                }
            }
        }
        return result;
    }

    /** A case that is just taking a step rests again a moment later. */
    private void migrateOnceAtRest(long processInstanceKey, long definition, Set<String> plan) {
        for (int tries = 1; ; tries++) {
            try {
                migrate(processInstanceKey, definition, plan);
                return;
            } catch (ClientStatusException refused) {
                if (tries == TRIES_IN_MOTION || !isInMotion(refused)) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean isInMotion(ClientStatusException refused) {
        return refused.getStatusCode() == Status.Code.FAILED_PRECONDITION
                && Objects.requireNonNullElse(refused.getStatus().getDescription(), "")
                        .contains(IN_MOTION);
    }

    private void migrate(long processInstanceKey, long definition, Set<String> plan) {
        MigrateProcessInstanceCommandStep2 empty =
                client.newMigrateProcessInstanceCommand(processInstanceKey).migrationPlan(definition);
        MigrateProcessInstanceCommandFinalStep command = null;
        for (String element : plan) {
            command = command == null
                    ? empty.addMappingInstruction(element, element)
                    : command.addMappingInstruction(element, element);
        }
        Objects.requireNonNull(command).send().join(15, TimeUnit.SECONDS);
    }

    private static Result result(ClientStatusException refused) {
        return switch (refused.getStatusCode()) {
            case NOT_FOUND -> new Result.Over();
            case INVALID_ARGUMENT, FAILED_PRECONDITION, UNIMPLEMENTED, PERMISSION_DENIED ->
                new Result.Refused(
                        Objects.requireNonNullElse(refused.getStatus().getDescription(), "It says no more."));
            default -> new Result.Unanswered();
        };
    }
}
