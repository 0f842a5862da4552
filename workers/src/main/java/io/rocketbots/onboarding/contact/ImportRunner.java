package io.rocketbots.onboarding.contact;

import io.rocketbots.onboarding.contact.StartImport.ImportStarted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps some threads of this node at work on imports: woken when one was started, else looking now and then. */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    /** Few, since the database is shared with everybody who only wants to see a page. */
    private static final int THREADS = 2;

    private final WorkOffImports imports;
    private final Duration poll;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    ImportRunner(WorkOffImports imports, ContactTerms terms) {
        this.imports = imports;
        this.poll = terms.poll();
    }

    @TransactionalEventListener
    void wake(ImportStarted event) {
        wakeUps.release();
    }

    @Override
    public void start() {
        running = true;
        threads = IntStream.range(0, THREADS)
                .mapToObj(number ->
                        Thread.ofVirtual().name("contact-import-" + number).start(this::work))
                .toList();
    }

    private void work() {
        while (running) {
            try {
                imports.run(() -> running);
            } catch (RuntimeException fault) {
                log.error("Imports wait for the next round, since the database did not answer.", fault);
            }
            try {
                if (wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.debug("Woken by an import that was started.");
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Each thread ends after its batch and gives its import back, so that another node goes on at once. */
    @Override
    public void stop() {
        running = false;
        wakeUps.release(THREADS);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(3));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
