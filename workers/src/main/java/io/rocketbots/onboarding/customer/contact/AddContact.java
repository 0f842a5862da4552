package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds one contact to a Space that has room for it. */
@Component
public class AddContact {

    private final Contacts contacts;
    private final ContactCount count;
    private final Clock clock;

    AddContact(Contacts contacts, ContactCount count, Clock clock) {
        this.contacts = contacts;
        this.count = count;
        this.clock = clock;
    }

    /** How it went. */
    public sealed interface Result {

        record Added(Contact contact) implements Result {}

        /** What is wrong, by the name of the field. */
        record Faulty(Map<String, String> faults) implements Result {}

        /** The Space holds as many as it may, or is closed. */
        record NoRoom() implements Result {}
    }

    @Transactional
    public Result add(SpaceVisitor visitor, ContactDraft draft) {
        Map<String, String> faults = draft.faults();
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        if (!count.take(visitor.space().id(), 1)) {
            return new Result.NoRoom();
        }
        Contact contact = Contact.create(visitor.space().id(), draft, clock.instant());
        contacts.insert(List.of(contact));
        return new Result.Added(contact);
    }
}
