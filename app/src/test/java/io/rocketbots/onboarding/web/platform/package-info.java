/** What holds for every page of a Reseller Platform. */
@NullMarked
package io.rocketbots.onboarding.web.platform;

import org.jspecify.annotations.NullMarked;
