package io.rocketbots.onboarding.architecture.bad.alpha;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks: a query is not left as a stream that holds its connection. */
class LeaksAConnection {

    List<String> names(JdbcClient jdbc) {
        return jdbc.sql("SELECT name FROM brand").query(String.class).stream().toList();
    }
}
