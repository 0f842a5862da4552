package io.rocketbots.onboarding.journey;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has each step do its work a second time once the first is committed, as it happens when a node dies before it has
 * answered the engine. The engine hears what the second run says.
 */
@TestConfiguration(proxyBeanMethods = false)
class EveryStepTwice implements BeanPostProcessor {

    private static final Set<String> STEPS = ConcurrentHashMap.newKeySet();

    /** The kinds of jobs that were done twice. */
    static Set<String> steps() {
        return Set.copyOf(STEPS);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TransactionTemplate template
                ? new Twice(Objects.requireNonNull(template.getTransactionManager()))
                : bean;
    }

    private static final class Twice extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        Twice(PlatformTransactionManager transactions) {
            super(transactions);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
            // Only the job runner says in its log which job it is about.
            String job = MDC.get("job");
            boolean inside = TransactionSynchronizationManager.isActualTransactionActive();
            T first = super.execute(work);
            if (job == null || inside) {
                return first;
            }
            T second = super.execute(work);
            STEPS.add(job);
            return second;
        }
    }
}
