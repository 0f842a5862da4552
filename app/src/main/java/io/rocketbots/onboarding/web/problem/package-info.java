/**
 * How the API says that something did not work: problem details (RFC 9457), never a page. Start with {@link
 * io.rocketbots.onboarding.web.problem.Problem}.
 */
@NullMarked
package io.rocketbots.onboarding.web.problem;

import org.jspecify.annotations.NullMarked;
