package io.rocketbots.onboarding.local.mode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports nobody listens on, so that tests run beside an application that uses the usual ones.
 *
 * <p>They lie below those that Linux gives to outgoing connections, no port is handed out twice, and each fork of
 * Surefire has numbers of its own: whoever binds one seconds later still finds it free.
 */
public final class FreePorts {

    private static final int FIRST = 15_000;
    private static final int OF_A_FORK = 5_000;
    private static final int FORKS = 2;

    private static final int START = FIRST + OF_A_FORK * (Integer.getInteger("surefire.forkNumber", 1) % FORKS);
    private static final AtomicInteger TAKEN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(OF_A_FORK));

    private FreePorts() {}

    /** That many ports, all different. */
    public static List<Integer> take(int count) {
        return IntStream.generate(() -> START + TAKEN.getAndIncrement() % OF_A_FORK)
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
