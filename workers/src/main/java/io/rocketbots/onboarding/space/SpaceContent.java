package io.rocketbots.onboarding.space;

/** Something that Spaces hold; every bean of this type is asked to let go of it when a Space is deleted. */
public interface SpaceContent {

    /** Deletes all of that Space, in the transaction that deletes the Space. */
    void deleteOf(SpaceId space);
}
