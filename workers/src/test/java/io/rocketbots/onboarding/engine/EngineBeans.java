package io.rocketbots.onboarding.engine;

import io.rocketbots.onboarding.kernel.job.StepRoster;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.operations.history.CourseBeans;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything between the outbox and the engine; a test adds its {@link EngineSettings} and the steps it works on. */
@Configuration
@Import({
    Outbox.class,
    OutboxQueue.class,
    OutboxRelay.class,
    JobRunner.class,
    StepRoster.class,
    JobWatch.class,
    JobCauses.class,
    Deployment.class,
    ProcessModels.class,
    EngineConfiguration.class,
    StepRetries.class,
    CourseBeans.class,
    Timeline.class
})
class EngineBeans {}
