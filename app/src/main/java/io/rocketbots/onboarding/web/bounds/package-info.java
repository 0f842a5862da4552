/**
 * How much a request may bring, said in one place and enforced before anything reads the request. Start with {@link
 * io.rocketbots.onboarding.web.bounds.RequestBounds}, the table.
 */
@NullMarked
package io.rocketbots.onboarding.web.bounds;

import org.jspecify.annotations.NullMarked;
