package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.TypedId;
import java.time.Instant;
import java.util.UUID;

/** Names one contact. */
public record ContactId(UUID value) implements TypedId {

    /**
     * A new one that begins with the time (<a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">UUID
     * version 7</a>), so that the entries of new contacts stand together in an index instead of all over it.
     */
    static ContactId next(Instant now) {
        UUID random = UUID.randomUUID();
        long head = (now.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0fff);
        return new ContactId(new UUID(head, random.getLeastSignificantBits()));
    }
}
