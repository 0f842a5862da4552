package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.contact.StartImport.ImportStarted;
import io.rocketbots.onboarding.kernel.loop.Loop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps some threads of this node at work on imports: woken when one was started, else looking now and then. */
@Component
class ImportRunner implements SmartLifecycle {

    /** Few, since the database is shared with everybody who only wants to see a page. */
    private static final int THREADS = 2;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final List<Loop> loops;
    private volatile boolean running;

    ImportRunner(WorkOffImports imports, ContactTerms terms) {
        loops = IntStream.range(0, THREADS)
                .mapToObj(number -> new Loop("contact-import-" + number, terms.poll(), () -> {
                    imports.run(() -> running);
                    return terms.poll();
                }))
                .toList();
    }

    @TransactionalEventListener
    void wake(ImportStarted event) {
        loops.forEach(Loop::wake);
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(Loop::start);
    }

    /** Each thread ends after its batch and gives its import back, so that another node goes on at once. */
    @Override
    public void stop() {
        running = false;
        loops.forEach(loop -> loop.stop(STOP_WITHIN));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
