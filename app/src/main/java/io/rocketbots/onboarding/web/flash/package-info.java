/**
 * What is said once on the page that follows a redirect. Start with {@link io.rocketbots.onboarding.web.flash.FlashCookies}.
 */
@NullMarked
package io.rocketbots.onboarding.web.flash;

import org.jspecify.annotations.NullMarked;
