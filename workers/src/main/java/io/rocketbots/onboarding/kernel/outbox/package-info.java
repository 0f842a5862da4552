/** The transactional outbox: everything the web side or a worker tells the engine. Start with {@link io.rocketbots.onboarding.kernel.outbox.Outbox}. */
@NullMarked
package io.rocketbots.onboarding.kernel.outbox;

import org.jspecify.annotations.NullMarked;
