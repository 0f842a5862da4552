package io.rocketbots.onboarding.local.mode;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * A port local mode needs on this machine.
 *
 * @param number 0 where any free one will do
 * @param neededFor what listens there, in words
 * @param property the setting that moves it
 * @param transport what is spoken there
 */
record Port(int number, String neededFor, String property, Transport transport) {

    private static final int CONNECT_MILLIS = 300;

    enum Transport {
        TCP,
        UDP
    }

    static Port tcp(int number, String neededFor, String property) {
        return new Port(number, neededFor, property, Transport.TCP);
    }

    static Port udp(int number, String neededFor, String property) {
        return new Port(number, neededFor, property, Transport.UDP);
    }

    boolean taken() {
        if (number == 0) {
            return false;
        }
        return transport == Transport.UDP ? !bindsUdp() : answers() || !bindsTcp();
    }

    // Some systems let one bind loopback beside a listener on all addresses; that one would still get the requests.
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private boolean bindsTcp() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private boolean bindsUdp() {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), number))) {
            return socket.isBound();
        } catch (SocketException taken) {
            return false;
        }
    }
}
