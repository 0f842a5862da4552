package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Leads every host to one port of this machine, so that a test opens {@code https://chat.acme.localhost/} as the public does:
 * by name and without a port. To a client it is a proxy (<a href="https://www.rfc-editor.org/rfc/rfc9110#name-connect">RFC
 * 9110, CONNECT</a>), and what passes is not looked at.
 */
final class Tunnel implements AutoCloseable {

    private final ServerSocket entrance;
    private final int port;
    private final InetAddress from;

    private Tunnel(ServerSocket entrance, int port, InetAddress from) {
        this.entrance = entrance;
        this.port = port;
        this.from = from;
    }

    /**
     * Opens a tunnel.
     *
     * @param from the address of this machine that the other end sees
     */
    static Tunnel to(int port, String from) {
        try {
            ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Tunnel tunnel = new Tunnel(entrance, port, InetAddress.getByName(from));
            Thread.ofVirtual().name("tunnel").start(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress entrance() {
        return new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket visitor = entrance.accept();
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            readHead(visitor.getInputStream());
            visitor.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            Thread back = Thread.ofVirtual().start(() -> pass(inside, visitor));
            pass(visitor, inside);
            back.join();
        } catch (IOException hungUp) {
            // The client sees it as the end of its connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newLines = 0;
        while (newLines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The request ended before its head did.");
            }
            if (next != '\r') {
                newLines = next == '\n' ? newLines + 1 : 0;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException hungUp) {
            // So does the other side.
        }
    }
}
