package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MigrationPlanBuilderImpl;
import io.camunda.client.api.response.Process;
import io.grpc.Status;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Moves one running instance to the model that is deployed now, where each element that both models have keeps its id.
 * The engine does all of it or nothing, and an instance that stands on that model already stays as it is.
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
    private final ProcessModels models;
    private final StepVisits visits;

    InstanceMigration(CamundaClient client, Deployment deployment, ProcessModels models, StepVisits visits) {
        this.client = client;
        this.deployment = deployment;
        this.models = models;
        this.visits = visits;
    }

    /** How it went. */
    public sealed interface Result {

        /** It runs on the newest model. */
        record Moved() implements Result {}

        /** It has ended. */
        record Over() implements Result {}

        /** It cannot be moved, in the engine's words or ours; the instance goes on as it was. */
        record Refused(String why) implements Result {}

        /** The engine does not answer or is too busy. */
        record Unanswered() implements Result {}
    }

    /** Whether this node has deployed the newest models, so that it knows where to move instances. */
    public boolean isPossible() {
        return deployment.newestOf(ProcessId.RESELLER_ONBOARDING).isPresent();
    }

    public Result move(long processInstanceKey, ProcessId process) {
        Optional<Process> newest = deployment.newestOf(process);
        if (newest.isEmpty()) {
            return new Result.Refused("This node has not deployed the newest models.");
        }
        Optional<Integer> version = visits.versionOf(processInstanceKey);
        if (version.isEmpty()) {
            return new Result.Refused("None of its steps is on record, so nobody knows on which version it runs.");
        }
        Optional<Set<String>> before = models.elementsOf(process, version.get());
        if (before.isEmpty()) {
            return new Result.Refused("It runs on version " + version.get()
                    + ", which this application has not deployed: which elements that has is not on record.");
        }
        Set<String> shared = new LinkedHashSet<>(ProcessGraph.of(process).elementIds());
        shared.retainAll(before.get());
        try {
            migrateOnceAtRest(processInstanceKey, newest.get().getProcessDefinitionKey(), shared);
            visits.moved(processInstanceKey, newest.get().getVersion());
            return new Result.Moved();
        } catch (ClientStatusException refused) {
            return result(refused);
        }
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
        MigrationPlanBuilderImpl mappings = new MigrationPlanBuilderImpl();
        mappings.withTargetProcessDefinitionKey(definition);
        plan.forEach(element -> mappings.addMappingInstruction(element, element));
        client.newMigrateProcessInstanceCommand(processInstanceKey)
                .migrationPlan(mappings.build())
                .send()
                .join(15, TimeUnit.SECONDS);
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
