package io.rocketbots.onboarding.kernel.mail;

/**
 * A {@link MailContent} says that its mail is of no use yet, since what it leads to is closed for now. The mail stays in
 * the queue until somebody calls {@link Mails#tryNow}; it is no failure, and nobody is told.
 */
public final class MailWaits extends RuntimeException {

    /** @param why what it waits for, with ids only */
    public MailWaits(String why) {
        super(why);
    }
}
