package io.rocketbots.onboarding.integration.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers a byte of its header at a time and never ends, so that no single pause is long. */
final class DrippingReceiver implements AutoCloseable {

    private final ServerSocket server;

    DrippingReceiver() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void serve() {
        try (Socket caller = server.accept();
                OutputStream answer = caller.getOutputStream()) {
            answer.write("HTTP/1.1 200 OK\r\nx-slow: ".getBytes(StandardCharsets.US_ASCII));
            while (!server.isClosed()) {
                answer.write('a');
                answer.flush();
                Thread.sleep(50);
            }
        } catch (IOException hungUp) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
