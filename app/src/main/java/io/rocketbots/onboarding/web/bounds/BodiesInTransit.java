package io.rocketbots.onboarding.web.bounds;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Limits how many request bodies are received at once. A sender who stops in the middle of a body holds a thread until the
 * connector's timeout (server.tomcat.connection-timeout), so threads must be left for everybody else.
 */
@Component
class BodiesInTransit {

    /** Half of Tomcat's threads (server.tomcat.threads.max). */
    private static final int MOST = 100;

    /** More than an office behind one address sends at once. */
    static final int MOST_FROM_A_NETWORK = 40;

    private final Semaphore free = new Semaphore(MOST);
    private final Map<String, Integer> networks = new ConcurrentHashMap<>();

    /** Whether one more may come from there; if so, {@link #end} must follow. */
    boolean begin(String network) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (networks.merge(network, 1, Integer::sum) > MOST_FROM_A_NETWORK) {
            end(network);
            return false;
        }
        return true;
    }

    void end(String network) {
        networks.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
        free.release();
    }
}
