package io.rocketbots.onboarding.kernel.mail;

/** The mail server we hand mails to. */
public interface Mailer {

    /** Hands the mail over; every fault is an answer, never an exception. */
    Delivery send(OutgoingMail mail);

    /** What became of a try. */
    sealed interface Delivery {

        /** The server has taken the mail. */
        record Accepted() implements Delivery {}

        /** The server will never take mail for this recipient (a 5xx answer to RCPT TO), or the address is none. */
        record RecipientRefused(String reason) implements Delivery {}

        /** The server takes mail for this recipient, but not this one (a 5xx answer to DATA or to the content). */
        record ContentRefused(String reason) implements Delivery {}

        /** Anything else: our sender is not allowed, the server is down, busy or wants us to wait. */
        record NotNow(String reason) implements Delivery {}
    }
}
