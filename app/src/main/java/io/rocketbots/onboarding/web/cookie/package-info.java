/** Cookies, written and read in one way. */
@NullMarked
package io.rocketbots.onboarding.web.cookie;

import org.jspecify.annotations.NullMarked;
