package io.rocketbots.onboarding.engine;

import io.rocketbots.onboarding.course.CourseBeans;
import io.rocketbots.onboarding.job.StepRoster;
import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.timeline.Timeline;
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
    EngineConfiguration.class,
    StepRetries.class,
    CourseBeans.class,
    Timeline.class
})
class EngineBeans {}
