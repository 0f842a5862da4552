package io.rocketbots.onboarding.kernel.mail;

import java.util.ArrayList;
import java.util.List;

/** A mail server that keeps what it takes and can be told how to answer. */
final class Post implements Mailer {

    final List<OutgoingMail> taken = new ArrayList<>();
    private Delivery answer = new Delivery.Accepted();
    private Runnable meanwhile = () -> {};

    void answer(Delivery next) {
        answer = next;
    }

    /** Something that happens when the server has decided and before its answer is noted. */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    List<String> addresses() {
        return taken.stream().map(OutgoingMail::toAddress).toList();
    }

    @Override
    public Delivery send(OutgoingMail mail) {
        if (answer instanceof Delivery.Accepted) {
            taken.add(mail);
        }
        meanwhile.run();
        return answer;
    }
}
