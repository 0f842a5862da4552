package io.rocketbots.onboarding.kernel.outbound;

import java.net.UnknownHostException;

/** There is a host of that name, but none that a stranger may make us call. */
public final class NotAllowed extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    NotAllowed(String host) {
        super(host + " is no address that may be called from here.");
    }
}
