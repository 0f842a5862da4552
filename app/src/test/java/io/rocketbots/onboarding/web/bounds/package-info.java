/** What a request may bring, and what happens to what brings more. */
@NullMarked
package io.rocketbots.onboarding.web.bounds;

import org.jspecify.annotations.NullMarked;
