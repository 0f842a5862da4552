package io.rocketbots.onboarding.launch.domain;

import java.net.InetAddress;
import java.util.List;

/**
 * Asks for something under a reseller's domain that only we can answer, to see what stands behind addresses that are not
 * ours. It takes many seconds when nobody answers, so it is made in the {@code ask} of a step.
 */
public interface ArrivalCheck {

    /** Whether what is asked under the domain's name at these addresses arrives here. */
    Arrival at(List<InetAddress> addresses, CustomDomain domain);
}
