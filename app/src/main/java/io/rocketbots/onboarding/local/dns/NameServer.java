package io.rocketbots.onboarding.local.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/**
 * Speaks DNS over UDP and TCP on one loopback port (<a href="https://www.rfc-editor.org/rfc/rfc1035#section-4.2">RFC
 * 1035</a>); what it says comes from a function, and an empty answer is silence.
 */
final class NameServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);
    private static final int LARGEST_QUESTION = 4096;
    private static final int PLAIN_UDP = 512;
    private static final int TCP_PATIENCE_MILLIS = 10_000;

    private final Function<Message, Optional<Message>> answers;
    private final DatagramSocket udp;
    private final ServerSocket tcp;

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     */
    NameServer(int port, Function<Message, Optional<Message>> answers) throws IOException {
        this.answers = answers;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        this.tcp = new ServerSocket(port, 0, loopback);
        try {
            this.udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
        Thread.ofPlatform().daemon().name("local-dns-udp").start(this::listenOnUdp);
        Thread.ofPlatform().daemon().name("local-dns-tcp").start(this::listenOnTcp);
    }

    int port() {
        return tcp.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private void listenOnUdp() {
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST_QUESTION], LARGEST_QUESTION);
                udp.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                Thread.ofPlatform().daemon().start(() -> answerOnUdp(question, packet.getSocketAddress()));
            } catch (IOException e) {
                tellUnlessClosed(udp.isClosed(), e);
            }
        }
    }

    private void answerOnUdp(byte[] bytes, SocketAddress to) {
        try {
            Message question = new Message(bytes);
            Optional<Message> answer = answers.apply(question);
            if (answer.isPresent()) {
                OPTRecord options = question.getOPT();
                int room = options == null ? PLAIN_UDP : Math.max(PLAIN_UDP, options.getPayloadSize());
                byte[] wire = answer.get().toWire(room);
                udp.send(new DatagramPacket(wire, wire.length, to));
            }
        } catch (IOException e) {
            tellUnlessClosed(udp.isClosed(), e);
        }
    }

    private void listenOnTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                Thread.ofPlatform().daemon().start(() -> answerOnTcp(connection));
            } catch (IOException e) {
                tellUnlessClosed(tcp.isClosed(), e);
            }
        }
    }

    private void answerOnTcp(Socket connection) {
        try (connection) {
            connection.setSoTimeout(TCP_PATIENCE_MILLIS);
            DataInputStream in = new DataInputStream(connection.getInputStream());
            byte[] question = in.readNBytes(in.readUnsignedShort());
            Optional<Message> answer = answers.apply(new Message(question));
            if (answer.isPresent()) {
                byte[] wire = answer.get().toWire();
                DataOutputStream out = new DataOutputStream(connection.getOutputStream());
                out.writeShort(wire.length);
                out.write(wire);
                out.flush();
            }
        } catch (IOException e) {
            tellUnlessClosed(tcp.isClosed(), e);
        }
    }

    private static void tellUnlessClosed(boolean closed, IOException e) {
        if (!closed) {
            LOG.warn("A question to the local name server was not answered.", e);
        }
    }
}
