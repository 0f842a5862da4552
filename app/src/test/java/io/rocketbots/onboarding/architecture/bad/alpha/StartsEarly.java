package io.rocketbots.onboarding.architecture.bad.alpha;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Breaks: loops start last, and no thread is virtual. */
class StartsEarly implements SmartLifecycle {

    private @Nullable Thread loop;

    @Override
    public void start() {
        loop = Thread.ofVirtual().start(() -> {});
    }

    @Override
    public void stop() {
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
