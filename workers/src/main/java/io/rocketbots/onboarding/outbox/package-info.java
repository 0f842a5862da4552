/** The transactional outbox: everything the web side or a worker tells the engine. Start with {@link io.rocketbots.onboarding.outbox.Outbox}. */
@NullMarked
package io.rocketbots.onboarding.outbox;

import org.jspecify.annotations.NullMarked;
