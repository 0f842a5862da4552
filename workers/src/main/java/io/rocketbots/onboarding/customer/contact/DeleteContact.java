package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a contact, which makes room for another one. */
@Component
public class DeleteContact {

    private final Contacts contacts;
    private final ContactCount count;

    DeleteContact(Contacts contacts, ContactCount count) {
        this.contacts = contacts;
        this.count = count;
    }

    /** False when it was gone already. */
    @Transactional
    public boolean delete(SpaceVisitor visitor, ContactId id) {
        if (!visitor.space().isActive()) {
            throw new IllegalStateException(
                    "Space " + visitor.space().id().value() + " is closed, so its contacts stay as they are.");
        }
        boolean deleted = contacts.delete(visitor.space().id(), id);
        if (deleted) {
            count.giveBack(visitor.space().id(), 1);
        }
        return deleted;
    }
}
