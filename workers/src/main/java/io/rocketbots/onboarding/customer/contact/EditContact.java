package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a contact, unless somebody else changed it since it was read. */
@Component
public class EditContact {

    private final Contacts contacts;

    EditContact(Contacts contacts) {
        this.contacts = contacts;
    }

    /** How it went. */
    public sealed interface Result {

        record Saved(Contact contact) implements Result {}

        /** What is wrong, by the name of the field. */
        record Faulty(Map<String, String> faults) implements Result {}

        /** Somebody was faster; this is what the contact is now. */
        record Overtaken(Contact present) implements Result {}

        /** There is no such contact in the Space any more. */
        record Gone() implements Result {}
    }

    /**
     * Saves what was typed over the version that was read.
     *
     * @param version the one that was read
     */
    @Transactional
    public Result edit(SpaceVisitor visitor, ContactId id, int version, ContactDraft draft) {
        if (!visitor.space().isActive()) {
            throw new IllegalStateException(
                    "Space " + visitor.space().id().value() + " is closed, so its contacts stay as they are.");
        }
        Optional<Contact> found = contacts.find(visitor.space().id(), id);
        if (found.isEmpty()) {
            return new Result.Gone();
        }
        Contact present = found.get();
        if (present.version() != version) {
            return new Result.Overtaken(present);
        }
        Map<String, String> faults = draft.faults();
        if (!faults.isEmpty()) {
            return new Result.Faulty(faults);
        }
        Contact changed = present.change(draft);
        if (contacts.update(changed)) {
            return new Result.Saved(changed);
        }
        // Changed between our two statements.
        return contacts.find(visitor.space().id(), id)
                .<Result>map(Result.Overtaken::new)
                .orElseGet(Result.Gone::new);
    }
}
