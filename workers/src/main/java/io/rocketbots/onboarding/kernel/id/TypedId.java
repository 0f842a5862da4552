package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** The id of one kind of aggregate: a record around a UUID, so that two kinds are never mixed up. */
public interface TypedId {

    UUID value();
}
