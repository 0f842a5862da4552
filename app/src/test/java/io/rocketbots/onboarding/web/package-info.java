/** What the tests of pages have in common. Start with {@link io.rocketbots.onboarding.web.WholeApp}. */
@NullMarked
package io.rocketbots.onboarding.web;

import org.jspecify.annotations.NullMarked;
