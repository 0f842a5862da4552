package io.rocketbots.onboarding.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Gives the application under test a PostgreSQL of its own, which outlives everything in the application. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnPostgres implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        EmbeddedPostgres server = start();
        // What is registered first is destroyed last.
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        beans.registerDisposableBean("postgres", server::close);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own PostgreSQL",
                        Map.of(
                                "spring.datasource.url",
                                server.getJdbcUrl("postgres", "postgres"),
                                "spring.datasource.username",
                                "postgres")));
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
