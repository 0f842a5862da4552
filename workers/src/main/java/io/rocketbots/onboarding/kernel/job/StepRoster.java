package io.rocketbots.onboarding.kernel.job;

import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows which steps of the models this release has workers for. */
@Component
public class StepRoster {

    private final List<String> worked;

    StepRoster(List<StepWorker<?, ?, ?>> workers) {
        worked = workers.stream().map(worker -> worker.jobType().name()).toList();
    }

    /** The kinds of jobs that nobody works on; none in a release that is whole. */
    public List<String> missing() {
        return JobTypes.all().stream()
                .map(JobType::name)
                .filter(type -> !worked.contains(type))
                .toList();
    }
}
