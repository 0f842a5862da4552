package io.rocketbots.onboarding.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who changes a row just when another one is about to, who has read it already. */
@TestComponent
public class Overtaking implements ApplicationListener<ApplicationEvent> {

    /** By its name: a module that only tests would need is none of the application's. */
    private static final String ABOUT_TO_SAVE = "BeforeConvertEvent";

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final AtomicReference<@Nullable Faster> next = new AtomicReference<>();

    Overtaking(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
    }

    private record Faster(Class<?> what, String sql) {}

    /** The next time that such an aggregate is saved, that statement comes first. */
    public void of(Class<?> what, String sql) {
        next.set(new Faster(what, sql));
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        Faster faster = next.get();
        if (faster != null
                && event.getClass().getSimpleName().equals(ABOUT_TO_SAVE)
                && faster.what().isInstance(event.getSource())
                && next.compareAndSet(faster, null)) {
            // In a thread of their own, as it is: one thread has one connection.
            CompletableFuture.runAsync(() -> own.executeWithoutResult(
                            status -> jdbc.sql(faster.sql()).update()))
                    .join();
        }
    }
}
