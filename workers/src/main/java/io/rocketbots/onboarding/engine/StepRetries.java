package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.outbox.Outbox.StepToRetry;
import io.rocketbots.onboarding.operations.history.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the engine give out a step again that has used up its tries. An incident can only be resolved by its own key,
 * which no worker ever learns; so the engine is told, in one command, to enter the element anew and to leave the failed
 * visit, with which the incident goes. A repeat finds that visit gone and changes nothing.
 */
@Component
class StepRetries {

    private static final Logger log = LoggerFactory.getLogger(StepRetries.class);

    private final CamundaClient client;
    private final Incidents incidents;
    private final VariableJson json = new VariableJson();

    StepRetries(CamundaClient client, Incidents incidents) {
        this.client = client;
        this.incidents = incidents;
    }

    static boolean isOne(OutboxQueue.Message message) {
        return message.type().equals(Outbox.RETRY_STEP);
    }

    CamundaFuture<?> send(OutboxQueue.Message message) {
        StepToRetry step = json.read(message.payload(), StepToRetry.class);
        return client.newModifyProcessInstanceCommand(step.processInstanceKey())
                .activateElement(step.elementId())
                .and()
                .terminateElement(step.elementInstanceKey())
                .send();
    }

    void taken(OutboxQueue.Message message) {
        incidents.retried(message.aggregateId());
    }

    /** The failed visit is there no more (it was settled elsewhere, or this is a repeat), or the engine will not. */
    void refused(OutboxQueue.Message message, ClientStatusException refusal) {
        String why = String.valueOf(refusal.getStatus().getDescription());
        if (refusal.getStatusCode() == Status.Code.NOT_FOUND || why.contains("could not be found")) {
            log.info("The step of incident {} is not at rest any more; nothing is tried again.", message.aggregateId());
            incidents.left(message.aggregateId());
        } else {
            log.error("The engine refuses to try the step of incident {} again: {}", message.aggregateId(), why);
            incidents.refused(message.aggregateId());
        }
    }
}
