/** What is told when something went wrong. */
@NullMarked
package io.rocketbots.onboarding.web.problem;

import org.jspecify.annotations.NullMarked;
