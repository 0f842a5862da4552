/** The Reseller Module through its pages. */
@NullMarked
package io.rocketbots.onboarding.web.reseller;

import org.jspecify.annotations.NullMarked;
