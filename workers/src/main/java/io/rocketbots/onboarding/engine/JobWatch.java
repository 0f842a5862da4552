package io.rocketbots.onboarding.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.rocketbots.onboarding.kernel.trace.Traces;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What is seen of jobs from outside: how long each took and what became of it, in the trace of the request that it follows
 * from, with the ids of its case in every line of the log.
 */
@Component
class JobWatch {

    private static final Logger log = LoggerFactory.getLogger(JobWatch.class);

    private final Traces traces;
    private final JobCauses causes;
    private final VariableJson variables = new VariableJson();
    private final Counter incidents;

    JobWatch(Traces traces, JobCauses causes, MeterRegistry meters) {
        this.traces = traces;
        this.causes = causes;
        this.incidents = Counter.builder("onboarding.job.incidents")
                .description("Jobs that failed with no try left")
                .register(meters);
    }

    /** Works on the job; when already the look at the database shows that it is away, the job only fails. */
    void over(ActivatedJob job, Supplier<JobResult> work, Function<RuntimeException, JobResult> fail) {
        Map<String, String> ids = variables.ids(job.getVariables());
        ids.forEach(MDC::put);
        MDC.put("job", job.getType());
        MDC.put("instance", Long.toString(job.getProcessInstanceKey()));
        try {
            String cause = causes.traceparent(uuids(ids.values())).orElse(null);
            observe(job, cause, work);
        } catch (DataAccessException away) {
            observe(job, null, () -> fail.apply(away));
        } finally {
            MDC.clear();
        }
    }

    private void observe(ActivatedJob job, @Nullable String cause, Supplier<JobResult> work) {
        Observation observation = traces.takeOver("onboarding.job", cause)
                .contextualName(job.getType())
                .lowCardinalityKeyValue("type", job.getType());
        observation.observe(() -> {
            JobResult result = work.get();
            observation.lowCardinalityKeyValue("result", result.tag());
            if (result == JobResult.INCIDENT) {
                incidents.increment();
            }
            log.info("Job {} of {}: {}.", job.getType(), job.getProcessInstanceKey(), result.tag());
        });
    }

    private static Set<UUID> uuids(Collection<String> ids) {
        Set<UUID> uuids = new HashSet<>();
        ids.forEach(id -> uuids.add(UUID.fromString(id)));
        return uuids;
    }
}
