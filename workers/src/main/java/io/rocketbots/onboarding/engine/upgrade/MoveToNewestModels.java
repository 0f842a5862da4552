package io.rocketbots.onboarding.engine.upgrade;

import io.rocketbots.onboarding.engine.InstanceMigration;
import io.rocketbots.onboarding.engine.InstanceMigration.Result;
import io.rocketbots.onboarding.engine.upgrade.RunningInstances.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves running cases to the newest models, a step at a time. Nothing of it is kept here, and an instance that was moved
 * stays as it is: it can be done again at any time, on any node, and goes on from any place.
 */
@Component
public class MoveToNewestModels {

    private static final Logger log = LoggerFactory.getLogger(MoveToNewestModels.class);
    private static final int AT_ONCE = 100;
    /** Somebody looks at a page that loads meanwhile. */
    private static final Duration STEP = Duration.ofSeconds(8);

    private final RunningInstances running;
    private final InstanceMigration migration;
    private final Clock clock;

    MoveToNewestModels(RunningInstances running, InstanceMigration migration, Clock clock) {
        this.running = running;
        this.migration = migration;
        this.clock = clock;
    }

    /** An instance that goes on with the model it began with, and why. */
    public record LeftBehind(Instance instance, String why) {}

    /**
     * How far it is.
     *
     * @param moved these run on the newest models, some of them before already
     * @param over these had ended
     * @param next where to go on; null when all are done
     * @param unanswered the engine did not answer, which ended the step
     */
    public record Step(
            int moved,
            int over,
            List<LeftBehind> leftBehind,
            @Nullable Long next,
            boolean unanswered) {

        public Step {
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /** Goes on behind that key, for as long as somebody may wait and this node has the newest models. */
    public Step goOn(long after, String who) {
        Instant end = clock.instant().plus(STEP);
        List<LeftBehind> leftBehind = new ArrayList<>();
        int moved = 0;
        int over = 0;
        long done = after;
        for (List<Instance> some = running.after(done, AT_ONCE); !some.isEmpty(); some = running.after(done, AT_ONCE)) {
            if (!migration.isPossible()) {
                return told(new Step(moved, over, leftBehind, done, false), who);
            }
            for (Instance instance : some) {
                switch (migration.move(instance.key(), instance.process())) {
                    case Result.Moved() -> moved++;
                    case Result.Over() -> over++;
                    case Result.Refused(String why) -> leftBehind.add(new LeftBehind(instance, why));
                    case Result.Unanswered() -> {
                        return told(new Step(moved, over, leftBehind, done, true), who);
                    }
                }
                done = instance.key();
                if (clock.instant().isAfter(end)) {
                    return told(new Step(moved, over, leftBehind, done, false), who);
                }
            }
        }
        return told(new Step(moved, over, leftBehind, null, false), who);
    }

    private static Step told(Step step, String who) {
        log.info(
                "{} moved running cases to the newest models: {} are there, {} had ended, {} stay behind{}.",
                who,
                step.moved(),
                step.over(),
                step.leftBehind().size(),
                step.unanswered() ? ", then the engine did not answer" : "");
        step.leftBehind()
                .forEach(left -> log.warn(
                        "Instance {} of {} stays on the model it began with: {}",
                        left.instance().key(),
                        left.instance().process().id(),
                        left.why()));
        return step;
    }
}
