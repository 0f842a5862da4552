package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody whom the people of a Space are in touch with; a field that is not given is empty, but never all four.
 *
 * @param version counts the changes, so that one made meanwhile is never overwritten unseen
 * @param phone as it was typed
 */
public record Contact(
        ContactId id,
        int version,
        SpaceId spaceId,
        String firstName,
        String lastName,
        String email,
        String phone,
        Instant createdAt) {

    /** A new one; the draft has no faults. */
    static Contact create(SpaceId space, ContactDraft draft, Instant now) {
        requireNoFaults(draft);
        return new Contact(
                ContactId.next(now), 0, space, draft.firstName(), draft.lastName(), draft.email(), draft.phone(), now);
    }

    /** The same person with other data; the draft has no faults. */
    Contact change(ContactDraft draft) {
        requireNoFaults(draft);
        return new Contact(
                id, version, spaceId, draft.firstName(), draft.lastName(), draft.email(), draft.phone(), createdAt);
    }

    /** What people call the contact: the name, else the email, else the number. */
    public String displayName() {
        String name =
                Stream.of(firstName, lastName).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (!name.isEmpty()) {
            return name;
        }
        return email.isEmpty() ? phone : email;
    }

    private static void requireNoFaults(ContactDraft draft) {
        Map<String, String> faults = draft.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("A contact with faults is not kept: " + faults.keySet() + ".");
        }
    }
}
