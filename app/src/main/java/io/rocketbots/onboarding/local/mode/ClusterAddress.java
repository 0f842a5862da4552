package io.rocketbots.onboarding.local.mode;

import io.rocketbots.onboarding.configuration.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Where profile {@code camunda} expects a Camunda that somebody started. */
record ClusterAddress(URI address) {

    static final String SETTING = "onboarding.engine.address";

    private static final int CONNECT_MILLIS = 3000;

    /** Ends the start when nobody listens there: everything else would only wait. */
    void refuseSilence() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new StartRefused(
                    "Nobody answers at " + address + ", where '" + SETTING
                            + "' expects the gRPC port of a Camunda 8.8 or" + " later.",
                    "Start Camunda 8 Run, or say where yours is: --" + SETTING
                            + "=http://<host>:<port>, with .username and .password beside it when it asks for them."
                            + " Without profile 'camunda' the application brings its own engine.");
        }
    }
}
