/** Tests of the API, with keys as programs send them. */
@NullMarked
package io.rocketbots.onboarding.web.api;

import org.jspecify.annotations.NullMarked;
