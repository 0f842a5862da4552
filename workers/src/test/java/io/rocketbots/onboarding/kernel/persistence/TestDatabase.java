package io.rocketbots.onboarding.kernel.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.rocketbots.onboarding.kernel.trace.Traces;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * An empty database with the real migrations and real transactions, of each kind that this runs on; the beans under
 * test are added on top. Tests take both kinds through {@link OnEachDatabase}.
 */
public enum TestDatabase {
    H2 {
        @Override
        Opened open() {
            return MigratedH2.copy();
        }
    },
    POSTGRESQL {
        @Override
        Opened open() {
            return PostgresServer.newDatabase();
        }
    };

    abstract Opened open();

    /** A database of one test, which is done with it when the context closes. */
    record Opened(JdbcConnectionPool pool, Runnable drop) implements AutoCloseable {
        @Override
        public void close() {
            pool.dispose();
            drop.run();
        }
    }

    /** A context with those beans, and those component classes; the caller closes it. */
    public AnnotationConfigApplicationContext with(Clock clock, Class<?>... components) {
        AnnotationConfigApplicationContext context = new QuickContext();
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Opened.class, this::open, bean -> bean.setDestroyMethodName("close"));
        context.registerBean(
                DataSource.class,
                () -> new OneConnectionEach(context.getBean(Opened.class).pool()));
        context.register(Store.class);
        context.register(components);
        return context;
    }

    /** Each test makes a context: what it finds on the class path is found once for all of them. */
    private static final class QuickContext extends AnnotationConfigApplicationContext {

        private static final Map<String, Resource[]> FOUND = new ConcurrentHashMap<>();
        private static final Map<Resource, MetadataReader> READ = new ConcurrentHashMap<>();

        @Override
        public Resource[] getResources(String pattern) throws IOException {
            Resource[] found = FOUND.get(pattern);
            if (found == null) {
                found = super.getResources(pattern);
                FOUND.put(pattern, found);
            }
            return found.clone();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<Resource, T> getResourceCache(Class<T> type) {
            return type == MetadataReader.class ? (Map<Resource, T>) READ : super.getResourceCache(type);
        }
    }

    @Configuration
    @Import(Traces.class)
    @EnableTransactionManagement
    static class Store {

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        ObjectMapper objectMapper() {
            return new JsonMapper();
        }

        @Bean
        ObservationRegistry observationRegistry(MeterRegistry meters) {
            ObservationRegistry observations = ObservationRegistry.create();
            observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
            return observations;
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        SecureRandom secureRandom() {
            return new SecureRandom();
        }
    }
}
