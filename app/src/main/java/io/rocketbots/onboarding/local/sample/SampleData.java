package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.configuration.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills local mode on request ({@code onboarding.sample-data}) with companies in every state, beside everything else. It
 * is done once; a start after a kill goes on where it was, and where people applied already, nothing is made.
 */
@Component
@Profile("local")
public final class SampleData implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);
    private static final Duration LEAVE = Duration.ofSeconds(3);

    /** How far it is. */
    public enum State {
        NOT_WANTED,
        BEING_MADE,
        READY,
        /** Something went wrong, as the log says; the next start goes on. */
        UNFINISHED,
        /** There was other data before. */
        LEFT_OUT
    }

    private final boolean wanted;
    private final SampleStories stories;
    private final SampleMark mark;
    private final Applications applications;
    private final Patience patience;
    private volatile State state = State.NOT_WANTED;
    private volatile @Nullable Thread thread;

    SampleData(
            Settings settings, SampleStories stories, SampleMark mark, Applications applications, Patience patience) {
        this.wanted = settings.sampleData();
        this.stories = stories;
        this.mark = mark;
        this.applications = applications;
        this.patience = patience;
    }

    public State state() {
        return state;
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        state = State.BEING_MADE;
        thread = Thread.ofPlatform().daemon().name("sample-data").start(this::make);
    }

    @Override
    public void stop() {
        patience.end();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(LEAVE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void make() {
        boolean empty = applications.count() == 0;
        if (!empty && mark.isComplete()) {
            state = State.READY;
            log.info("The sample data is there from an earlier start.");
            return;
        }
        if (!empty && !mark.isBegun()) {
            state = State.LEFT_OUT;
            log.info("Somebody has applied already, so no sample data is made. Delete data/ to start with it.");
            return;
        }
        mark.begin();
        log.info("Sample data is being made in the background; it takes a minute or two.");
        Instant begin = Instant.now();
        if (playAll()) {
            mark.complete();
            state = State.READY;
            log.info(
                    "Sample data is ready after {} s: see /team/tasks as reviewer@rocketbots.localhost, sign in as {} at /reseller, or look at {}.",
                    Duration.between(begin, Instant.now()).toSeconds(),
                    SampleStories.LIVE_RESELLER,
                    SampleStories.LIVE_DOMAIN);
        } else {
            state = State.UNFINISHED;
            log.info("Sample data is not complete; the next start goes on with it.");
        }
    }

    /** Plays all of them at once, since most of the time each waits; true when all came to their end. */
    private boolean playAll() {
        List<Story> all = stories.all();
        AtomicInteger ended = new AtomicInteger();
        List<Thread> threads = all.stream()
                .map(story -> Thread.ofPlatform()
                        .daemon()
                        .name("sample " + story.name())
                        .start(() -> play(story, ended)))
                .toList();
        for (Thread one : threads) {
            try {
                one.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return ended.get() == all.size();
    }

    private static void play(Story story, AtomicInteger ended) {
        try {
            story.play().run();
            ended.incrementAndGet();
        } catch (Patience.Over ends) {
            log.debug("The sample \"{}\" goes on with the next start.", story.name());
        } catch (RuntimeException fault) {
            log.warn("The sample \"{}\" stays unfinished; the next start goes on with it.", story.name(), fault);
        }
    }

    /** What one company goes through. */
    record Story(String name, Runnable play) {}
}
