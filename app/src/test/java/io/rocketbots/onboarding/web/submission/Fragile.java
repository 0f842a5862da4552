package io.rocketbots.onboarding.web.submission;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away for one thread at a moment that a test chooses. */
@TestConfiguration
class Fragile implements BeanPostProcessor, Ordered {

    /** How many connections the thread still gets; it gets all of them when there is none. */
    private static final ThreadLocal<@Nullable Integer> LEFT = new ThreadLocal<>();

    private static final ThreadLocal<Boolean> MISSED = ThreadLocal.withInitial(() -> false);

    /** Does that with so many connections and no more; says whether one more was asked for. */
    static boolean goesAwayAfter(int connections, ThrowingRunnable deed) throws Exception {
        LEFT.set(connections);
        MISSED.set(false);
        try {
            deed.run();
        } finally {
            LEFT.remove();
        }
        return MISSED.get();
    }

    interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Going(pool) : bean;
    }

    private static final class Going extends DelegatingDataSource {

        Going(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Integer left = LEFT.get();
            if (left != null && left == 0) {
                MISSED.set(true);
                throw new SQLTransientConnectionException("The database is away for a test.");
            }
            if (left != null) {
                LEFT.set(left - 1);
            }
            return super.getConnection();
        }
    }
}
