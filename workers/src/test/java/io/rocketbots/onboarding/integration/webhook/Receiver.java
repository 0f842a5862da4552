package io.rocketbots.onboarding.integration.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A reseller's program that hears webhooks, on a port of this machine. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int answer = 204;

    /** One message as it came in. */
    record Heard(String path, String id, String timestamp, String signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::hear);
        server.createContext("/hang", this::hang);
        server.createContext("/elsewhere", this::lead);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on it answers with that status. */
    void answer(int status) {
        answer = status;
    }

    List<Heard> heard() {
        return heard;
    }

    private void hear(HttpExchange exchange) throws IOException {
        note(exchange);
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    /** Takes the message and says nothing. */
    private void hang(HttpExchange exchange) throws IOException {
        note(exchange);
        untilClosing();
        exchange.close();
    }

    private void lead(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", url("/hook"));
        exchange.sendResponseHeaders(307, -1);
        exchange.close();
    }

    private void untilClosing() {
        try {
            closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
