package io.rocketbots.onboarding.kernel.mail;

/** The corrected email belongs to somebody else already. */
public class AddressTaken extends RuntimeException {

    public AddressTaken(String message) {
        super(message);
    }
}
