package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;

/**
 * Something that Spaces hold and that is deleted with them at once; every bean of this type is asked to let go of it.
 * Contacts are too many for that and are deleted afterwards.
 */
public interface SpaceContent {

    /** Deletes all of that Space, in the transaction that deletes the Space. */
    void deleteOf(SpaceId space);
}
