package io.rocketbots.onboarding.web;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.relational.core.mapping.event.AbstractRelationalEventListener;
import org.springframework.data.relational.core.mapping.event.BeforeConvertEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who changes a row just when another one is about to, who has read it already. */
@TestComponent
public class Overtaking extends AbstractRelationalEventListener<Object> {

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final AtomicReference<@Nullable Faster> next = new AtomicReference<>();

    Overtaking(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Faster(Class<?> what, String sql) {}

    /** The next time that such an aggregate is saved, that statement comes first. */
    public void of(Class<?> what, String sql) {
        next.set(new Faster(what, sql));
    }

    @Override
    protected void onBeforeConvert(BeforeConvertEvent<Object> event) {
        Faster faster = next.get();
        if (faster != null && faster.what().isInstance(event.getEntity()) && next.compareAndSet(faster, null)) {
            own.executeWithoutResult(status -> jdbc.sql(faster.sql()).update());
        }
    }
}
