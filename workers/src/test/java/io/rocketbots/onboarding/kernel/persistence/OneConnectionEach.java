package io.rocketbots.onboarding.kernel.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses a thread that asks for a connection while it holds one. As many such threads as the pool has connections wait
 * for each other, and nobody else gets one either.
 */
public final class OneConnectionEach extends DelegatingDataSource {

    @SuppressWarnings("ThreadLocalUsage") // One for each pool: who holds a connection of one database may ask another.
    private final ThreadLocal<@Nullable Throwable> held = new ThreadLocal<>();

    public OneConnectionEach(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Throwable first = held.get();
        if (first != null) {
            throw new AssertionError(
                    "Asks for a second connection; the first one was taken where the cause says.", first);
        }
        Connection connection = super.getConnection();
        held.set(new Throwable("The first connection"));
        return watched(connection);
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        held.remove();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
